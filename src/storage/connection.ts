import type { Dexie } from 'dexie';
import { asStorageError, isConflict, timeBoxed } from './errors.ts';

/** A database that is opened again when the browser has dropped it, so that nobody ever asks a dead handle. */
export class Connection<D extends Dexie> {
  readonly #open: () => Promise<D>;
  readonly #patience: number | undefined;
  #current: Promise<D> | null = null;
  #turn = 0;

  /** `open` gives an opened database that was found to be the one meant; an answer may take `patience` milliseconds. */
  constructor(open: () => Promise<D>, patience?: number) {
    this.#open = open;
    this.#patience = patience;
  }

  /** What `work` gives. Rejects with a StorageError or ConflictError; after one that speaks against the handle the next call opens a new one. */
  async ask<T>(work: (database: D) => PromiseLike<T>): Promise<T> {
    const current = this.#opened();
    try {
      // Opening may bring back a whole project from its second copy: it has time limits of its own.
      const database = await current;
      return await timeBoxed(work(database), this.#patience);
    } catch (error) {
      if (isConflict(error)) throw error;
      const failure = asStorageError(error);
      if (againstHandle.has(failure.kind)) this.#letGo(current);
      throw failure;
    }
  }

  /** Counts the handles that were let go: the same before and after means that one handle did all between. */
  get turn(): number {
    return this.#turn;
  }

  /** Lets go of the handle; the next call opens a new one. */
  close(): void {
    if (this.#current) this.#letGo(this.#current);
  }

  #opened(): Promise<D> {
    if (this.#current) return this.#current;
    const current = this.#open();
    this.#current = current;
    current.then(
      // Dexie would open whatever is there now and go on, be it empty.
      (database) => database.on('close', () => this.#letGo(current)),
      () => this.#letGo(current),
    );
    return current;
  }

  #letGo(current: Promise<D>): void {
    if (this.#current !== current) return;
    this.#current = null;
    this.#turn += 1;
    current.then(
      (database) => database.close(),
      () => undefined,
    );
  }
}

const againstHandle: ReadonlySet<string> = new Set(['closed', 'unknown', 'blocked', 'lost', 'gone', 'unavailable']);
