import { sameJson } from './equal.ts';
import type { EntryDraft, Partly } from './journal.ts';
import type { Change, Patch } from './patch.ts';
import type { Project } from './project.ts';
import type { Id } from './records.ts';

/** How many entries of a tab can be taken back. */
export const historyLength = 1_000;

/** One action that can be taken back or made again; `entry` is what the next entry will `undoes`. */
export interface Step {
  readonly entry: Id;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly patch: Patch;
  /** True where the patch lacks the changes of tags and links, which are in storage alone. */
  readonly partly: boolean;
}

/** What a tab can undo and redo; the last of each list comes first. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

const empty: History = { done: [], undone: [] };

/** The history that a tab's entries, oldest first, leave behind. */
export function history(entries: readonly Partly<EntryDraft>[]): History {
  return entries.reduce(extend, empty);
}

/** The history after one more entry. An entry that takes back a step moves it to the other list; any other forgets what was undone. */
export function extend({ done, undone }: History, entry: Partly<EntryDraft>): History {
  if (entry.action === 'export') return { done, undone };
  const { id, action, parameters, patch, scopes } = entry;
  const step: Step = { entry: id, action, parameters, patch, partly: scopes !== undefined };
  if (entry.undoes !== undefined && done.at(-1)?.entry === entry.undoes) return { done: done.slice(0, -1), undone: [...undone, step] };
  if (entry.undoes !== undefined && undone.at(-1)?.entry === entry.undoes) return { done: [...done, step], undone: undone.slice(0, -1) };
  return { done: [...done, step].slice(-historyLength), undone: [] };
}

/** The step to take back; `null` when there is none. */
export const nextUndo = ({ done }: History): Step | null => done.at(-1) ?? null;

/** The step to make again; `null` when there is none. Its patch is that of the undo: invert it. */
export const nextRedo = ({ undone }: History): Step | null => undone.at(-1) ?? null;

/** The first change whose record is not as the patch expects; `null` when the patch can be applied. */
export function blockedBy(project: Project, patch: Patch): Change | null {
  return patch.find(({ table, id, before }) => !sameJson(project[table].get(id) ?? null, before)) ?? null;
}
