import type { StoreApi } from 'zustand/vanilla';
import { say } from './say.ts';
import type { Conflict, Notice, WorkspaceState } from './state.ts';

// Long enough to read a sentence and reach its button; a refusal stays until it is read.
const shownFor = 8_000;
let last = 0;

// More than three would cover the text.
const shownAtOnce = 3;

/** Shows a short message; one that only says "done" goes away by itself. */
export function addNotice(state: StoreApi<WorkspaceState>, text: string, kind: Notice['kind'], undo: boolean): void {
  const entry = state.getState().undo?.entry;
  const id = show(state, { text, kind, ...(undo && entry !== undefined && { undo: entry }) });
  // A refusal is an alert, which is read by itself.
  if (kind === 'done') say(state, text);
  if (kind === 'done') setTimeout(() => dismissNotice(state, id), shownFor);
}

/** Shows that another tab made an action impossible, and keeps the action where it can be made all the same. */
export function addRefusal(state: StoreApi<WorkspaceState>, text: string, conflict: Conflict | null): void {
  show(state, { text, kind: 'refused', ...(conflict && { conflict }) });
}

function show(state: StoreApi<WorkspaceState>, notice: Omit<Notice, 'id'>): number {
  const { notices } = state.getState();
  const { conflict } = notice;
  const same = conflict && notices.find((other) => other.conflict?.about === conflict.about);
  last += 1;
  // One that takes the place of another keeps its number, so that a button about to be pressed stays where it is.
  const added = { ...notice, id: same?.id ?? last };
  const others = notices.filter((other) => other !== same);
  // What a refused action would have said exists nowhere else: its message stays until it is dismissed.
  const crowded = others.filter((other) => !other.conflict).slice(-(shownAtOnce - 1));
  state.setState({ notices: [...others.filter((other) => other.conflict || crowded.includes(other)), added] });
  return added.id;
}

/** Takes a message away. */
export function dismissNotice(state: StoreApi<WorkspaceState>, id: number): void {
  state.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
