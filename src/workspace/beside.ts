import type { EntryDraft, Partly } from '../model/journal.ts';
import type { Id } from '../model/records.ts';
import { type ConflictReason, StorageError } from '../storage/errors.ts';
import type { Head } from '../storage/journal/line.ts';
import type { ProjectStore, WrittenBeside } from '../storage/project-store.ts';
import type { Saver } from './saver.ts';

/** Writes an action that begins as the draft says into the database, where the chain ends at `seen`. Rejects with `NotStored` where it never will be. */
export type WriteBeside = (draft: EntryDraft, seen: Head) => Promise<WrittenBeside>;

/** An action that is not stored after all: nothing was written. `changed`: whoever made it has to look again; `failed`: the writer stopped. */
export class NotStored extends Error {
  readonly reason: ConflictReason | 'failed';

  constructor(reason: NotStored['reason']) {
    super(`The action is not stored: ${reason}.`);
    this.name = 'NotStored';
    this.reason = reason;
  }
}

/** Sends actions that are written beside the page through the same queue as all others. */
export class BesideWriter {
  readonly #store: ProjectStore;
  readonly #saver: Saver;
  readonly #written = new Map<Id, WrittenBeside>();

  constructor(store: ProjectStore, saver: Saver) {
    this.#store = store;
    this.#saver = saver;
  }

  /** Queues the action; gives why it was not stored, `null` when it was. */
  async add(draft: EntryDraft, write: WriteBeside): Promise<NotStored | null> {
    let result: NotStored | null = new NotStored('failed');
    const commit = async (meant: EntryDraft) => {
      try {
        const written = await this.#store.commitBeside?.((seen) => write(meant, seen));
        if (!written) throw new StorageError('unavailable', 'There is no database to be shared.');
        this.#written.set(meant.id, written);
        result = null;
        return { ...written.entry, scopes: written.scopes } satisfies Partly<EntryDraft>;
      } catch (error) {
        if (error instanceof NotStored) result = error;
        throw error;
      }
    };
    await this.#saver.add(draft, [], { commit });
    return result;
  }

  /** What was written of the action, once; `undefined` where the page itself has stored it. */
  take(id: Id): WrittenBeside | undefined {
    const written = this.#written.get(id);
    this.#written.delete(id);
    return written;
  }
}
