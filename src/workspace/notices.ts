import type { StoreApi } from 'zustand/vanilla';
import type { Notice, WorkspaceState } from './state.ts';

// Long enough to read a sentence and reach its button; a refusal stays until it is read.
const shownFor = 8_000;
let last = 0;

/** Shows a short message; one that only says "done" goes away by itself. */
export function addNotice(state: StoreApi<WorkspaceState>, text: string, kind: Notice['kind'], undo: boolean): void {
  last += 1;
  const entry = state.getState().undo?.entry;
  const notice: Notice = { id: last, text, kind, ...(undo && entry !== undefined && { undo: entry }) };
  state.setState(({ notices }) => ({ notices: [...notices.slice(-2), notice] }));
  if (kind === 'done') setTimeout(() => dismissNotice(state, notice.id), shownFor);
}

/** Takes a message away. */
export function dismissNotice(state: StoreApi<WorkspaceState>, id: number): void {
  state.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
