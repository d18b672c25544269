import { extend, type History, history, historyLength, nextRedo, nextUndo } from '../model/history.ts';
import type { EntryDraft, JournalEntry, Partly } from '../model/journal.ts';
import { isOfProject } from '../model/patch.ts';
import type { Id } from '../model/records.ts';
import type { UndoStep } from './state.ts';

// An action of more changes is taken back by a worker: the page would stand still.
const manyChanges = 1_000;

/** The entries as a tab keeps them that can have large ones taken back beside it: of those not the tags and links. */
export const withoutLarge = (entries: readonly JournalEntry[]): Partly<JournalEntry>[] =>
  entries.map((entry) => (entry.patch.length > manyChanges ? { ...entry, patch: entry.patch.filter(isOfProject), scopes: [] } : entry));

/** What this tab has done, as far as it can be taken back: what is stored and what is still on its way. */
export class TabHistory {
  #entries: readonly Partly<EntryDraft>[];
  #steps: History;

  constructor(entries: readonly Partly<EntryDraft>[]) {
    this.#entries = entries;
    this.#steps = history(entries);
  }

  /** What the next undo and redo would do. */
  get next(): { readonly undo: UndoStep | null; readonly redo: UndoStep | null } {
    return { undo: nextUndo(this.#steps), redo: nextRedo(this.#steps) };
  }

  add(entry: Partly<EntryDraft>): void {
    this.#entries = [...this.#entries.slice(-2 * historyLength), entry];
    this.#steps = extend(this.#steps, entry);
  }

  /** Takes the entry as it was stored in the end in place of what was meant. */
  replace(entry: Partly<EntryDraft>): void {
    this.#become(this.#entries.map((known) => (known.id === entry.id ? entry : known)));
  }

  /** Forgets an entry that was not stored. */
  drop(id: Id): void {
    this.#become(this.#entries.filter((entry) => entry.id !== id));
  }

  #become(entries: readonly Partly<EntryDraft>[]): void {
    this.#entries = entries;
    this.#steps = history(entries);
  }
}
