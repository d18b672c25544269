import { extend, type History, history, historyLength, nextRedo, nextUndo } from '../model/history.ts';
import type { EntryDraft } from '../model/journal.ts';
import type { Id } from '../model/records.ts';
import type { UndoStep } from './state.ts';

/** What this tab has done, as far as it can be taken back: what is stored and what is still on its way. */
export class TabHistory {
  #entries: readonly EntryDraft[];
  #steps: History;

  constructor(entries: readonly EntryDraft[]) {
    this.#entries = entries;
    this.#steps = history(entries);
  }

  /** What the next undo and redo would do. */
  get next(): { readonly undo: UndoStep | null; readonly redo: UndoStep | null } {
    return { undo: nextUndo(this.#steps), redo: nextRedo(this.#steps) };
  }

  add(entry: EntryDraft): void {
    this.#entries = [...this.#entries.slice(-2 * historyLength), entry];
    this.#steps = extend(this.#steps, entry);
  }

  /** Takes the entry as it was stored in the end in place of what was meant. */
  replace(entry: EntryDraft): void {
    this.#become(this.#entries.map((known) => (known.id === entry.id ? entry : known)));
  }

  /** Forgets an entry that was not stored. */
  drop(id: Id): void {
    this.#become(this.#entries.filter((entry) => entry.id !== id));
  }

  #become(entries: readonly EntryDraft[]): void {
    this.#entries = entries;
    this.#steps = history(entries);
  }
}
