import { sameJson } from '../model/equal.ts';
import type { EntryDraft, JournalEntry } from '../model/journal.ts';
import { invert, type Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import { type Dispute, rebase } from '../model/rebase.ts';
import type { Id, TextRecord } from '../model/records.ts';
import { ConflictError, type ConflictReason } from '../storage/errors.ts';
import type { ProjectStore } from '../storage/project-store.ts';
import { storedAround } from './stored-around.ts';

/** An action that another tab has made impossible, or (`agreed`) has made itself, or (`void`) takes back one that was never stored. Nothing was written. */
export class Refusal extends Error {
  readonly reason: ConflictReason | 'agreed' | 'void';
  /** What is stored around the action. */
  readonly stored: Project;
  readonly disputes: readonly Dispute[];

  constructor(reason: Refusal['reason'], stored: Project, disputes: readonly Dispute[] = []) {
    super(`Another tab is in the way: ${reason}.`);
    this.name = 'Refusal';
    this.reason = reason;
    this.stored = stored;
    this.disputes = disputes;
  }
}

// Each try fails only because another tab has stored something in between, so progress is made by somebody.
const tries = 50;

/** Stores actions, and carries those that meet a change by another tab over on top of it where both can stand. */
export class CarryOver {
  readonly #store: ProjectStore;
  readonly #memory: () => Project;
  // What an entry was meant to change and what it changed in the end, where that is not the same.
  readonly #carried = new Map<Id, { readonly meant: Patch; readonly stored: Patch }>();
  readonly #refused = new Set<Id>();

  constructor(store: ProjectStore, memory: () => Project) {
    this.#store = store;
    this.#memory = memory;
  }

  /** Stores the action, perhaps with another patch than was meant. Rejects with a `Refusal` (nothing written) where it cannot be carried over, else as the store does. */
  async commit(draft: EntryDraft, texts: readonly TextRecord[]): Promise<JournalEntry> {
    try {
      return await this.#commit(draft, texts);
    } catch (error) {
      if (error instanceof Refusal) this.#refused.add(draft.id);
      throw error;
    }
  }

  async #commit(draft: EntryDraft, texts: readonly TextRecord[]): Promise<JournalEntry> {
    if (draft.undoes !== undefined && this.#refused.has(draft.undoes)) {
      throw new Refusal('void', await storedAround(this.#store, this.#memory(), draft.patch));
    }
    let patch = this.#translated(draft);
    for (let left = tries; ; left -= 1) {
      try {
        const entry = await this.#store.commit({ ...draft, patch }, texts);
        if (!sameJson(entry.patch, draft.patch)) this.#carried.set(draft.id, { meant: draft.patch, stored: entry.patch });
        return entry;
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        patch = await this.#onTop(draft, patch, error.reason, left > 0);
      }
    }
  }

  /** An undo made before it was known that its action was carried over takes back what was stored. */
  #translated({ undoes, patch }: EntryDraft): Patch {
    const carried = undoes === undefined ? undefined : this.#carried.get(undoes);
    return carried && sameJson(patch, invert(carried.meant)) ? invert(carried.stored) : patch;
  }

  async #onTop(draft: EntryDraft, patch: Patch, reason: ConflictReason, again: boolean): Promise<Patch> {
    const stored = await storedAround(this.#store, this.#memory(), patch);
    const next = rebase(draft.patch, stored);
    // An undo takes back exactly what was done or nothing: on top of somebody else's change it would be a new action.
    if (draft.undoes !== undefined || next.disputes.length > 0) throw new Refusal(reason, stored, next.disputes);
    if (next.patch.length === 0) throw new Refusal('agreed', stored);
    if (!again || (reason !== 'changed' && reason !== 'path')) throw new Refusal(reason, stored);
    return next.patch;
  }
}
