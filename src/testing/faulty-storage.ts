import type { DBCore, DBCoreTable, DBCoreTransaction } from 'dexie';
import { timeBoxed } from '../storage/errors.ts';
import { type Journal, type JournalAction, linesIn } from '../storage/journal/line.ts';
import type { ReadOnlyReason } from '../storage/laid-out-database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { ProjectDatabase } from '../storage/project-database.ts';
import { quietEvents } from './sample-store.ts';

/** What becomes of one storage call: an error of this name, or no answer ever. */
export type Fault = { readonly name: string } | 'silence';

/** Counts every call to the database and the journal, and lets one of them fail. */
export class FaultyStorage {
  /** How many calls were made since the last `arm`. */
  calls = 0;
  /** The ids of all entries the journal has taken, each time it took one. */
  readonly journaled: string[] = [];
  readonly journal: Journal = {
    append: (action) => this.#call(async () => this.#take(action)),
    appendLine: (line) => this.#call(async () => linesIn(new TextDecoder().decode(line)).actions.forEach((action) => this.#take(action))),
  };
  readonly #name: string;
  #at = 0;
  #fault: Fault = 'silence';
  #lasting = false;

  constructor(database: string) {
    this.#name = database;
  }

  /** The call with this number, counted from 1 and from now, will fail, and with `lasting` all behind it; 0: none will. */
  arm(at: number, fault: Fault, lasting = false): void {
    this.calls = 0;
    this.#at = at;
    this.#fault = fault;
    this.#lasting = lasting;
  }

  /** A new connection to the database. */
  open(): Promise<ProjectDatabase> {
    return this.#call(() => openDatabase((readOnly) => this.#database(readOnly), quietEvents));
  }

  #database(readOnly: ReadOnlyReason | null): ProjectDatabase {
    const database = new ProjectDatabase(this.#name, readOnly);
    let closed = false;
    database.on('close', () => {
      closed = true;
    });
    database.use({ stack: 'dbcore', name: 'faults', create: (core) => this.#failing(core, () => closed) });
    return database;
  }

  #take({ entry }: JournalAction): void {
    this.journaled.push(entry.id);
  }

  /** As the real journal and the real opening are, the answer is time-boxed. */
  #call<T>(work: () => PromiseLike<T>): Promise<T> {
    return timeBoxed(this.#chosen() ? this.#fail() : work());
  }

  #chosen(): boolean {
    this.calls += 1;
    return this.calls === this.#at || (this.#lasting && this.calls > this.#at);
  }

  #fail(): Promise<never> {
    if (this.#fault === 'silence') return new Promise<never>(() => undefined);
    return Promise.reject(new DOMException('This call was chosen to fail.', this.#fault.name));
  }

  #failing(core: DBCore, closed: () => boolean): DBCore {
    const or =
      <R extends { readonly trans: DBCoreTransaction }, A>(table: DBCoreTable, work: (request: R) => Promise<A>) =>
      (request: R): Promise<A> => {
        if (!this.#chosen()) return work(request);
        if (this.#fault === 'silence') keepOpen(request.trans, table.name, closed);
        return this.#fail();
      };
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        const { mutate, get, getMany, query, openCursor, count } = table;
        return {
          ...table,
          mutate: or(table, mutate),
          get: or(table, get),
          getMany: or(table, getMany),
          query: or(table, query),
          openCursor: or(table, openCursor),
          count: or(table, count),
        };
      },
    };
  }
}

/** What a request without an answer does to its transaction: it stays open until its connection closes, and is then rolled back. */
function keepOpen(transaction: DBCoreTransaction, store: string, closed: () => boolean): void {
  const { objectStore, abort } = transaction as IDBTransaction;
  const wait = () => {
    if (closed()) abort.call(transaction);
    else objectStore.call(transaction, store).count().onsuccess = wait;
  };
  wait();
}
