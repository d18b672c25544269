import { Dexie, type Table } from 'dexie';
import type { Id } from '../model/records.ts';
import { Connection } from './connection.ts';
import { DexieProjectStore } from './dexie-project-store.ts';
import { isNewer, StorageError, timeBoxed } from './errors.ts';
import { canKeepJournal } from './journal/can-keep.ts';
import { journaledProjects } from './journal/folder.ts';
import type { Head } from './journal/line.ts';
import { ownFile } from './journal/own-file.ts';
import { MemoryProjectList, openInMemory } from './memory-project-list.ts';
import { ProjectOpener, type Whereabouts } from './open-project.ts';
import { openDatabase, ProjectDatabase } from './project-database.ts';
import type { Mending, OpenedProject, ProjectList } from './project-store.ts';
import { rescue } from './rescue.ts';
import { continues } from './stored-history.ts';

interface StoredProject {
  readonly id: Id;
  readonly opened: number;
  /** The name of the database the project is kept in, where it is not the first one. */
  readonly database?: string;
}

class ListDatabase extends Dexie {
  readonly projects!: Table<StoredProject, Id>;
  readonly people!: Table<{ readonly id: Id }, Id>;

  constructor() {
    super('attest', { chromeTransactionDurability: 'strict', cache: 'immutable' });
    this.version(1).stores({ projects: 'id, opened', people: 'id' });
  }
}

/** The list of projects on this machine; where the browser gives no database, one in memory. Throws a StorageError where a newer Attest wrote it. */
export async function openProjectList(): Promise<ProjectList> {
  const connection = new Connection(() => timeBoxed(openDatabase(new ListDatabase())));
  try {
    await connection.ask(({ projects }) => projects.count());
    return new DexieProjectList(connection);
  } catch (error) {
    if (isNewer(error)) throw error;
    return new MemoryProjectList();
  }
}

class DexieProjectList implements ProjectList, Whereabouts {
  readonly #connection: Connection<ListDatabase>;

  constructor(connection: Connection<ListDatabase>) {
    this.#connection = connection;
  }

  async openLast(newId: () => Id, mended: (mending: Mending) => void): Promise<OpenedProject> {
    const journaled = await canKeepJournal();
    const orphan = journaled ? (await journaledProjects())[0] : undefined;
    const id = await this.#lastOpened(orphan ?? newId());
    try {
      return await this.#open(id, journaled, mended);
    } catch (error) {
      if (isNewer(error)) throw error;
      return openInMemory(id);
    }
  }

  async #open(id: Id, journaled: boolean, mended: (mending: Mending) => void): Promise<OpenedProject> {
    const opener = new ProjectOpener(id, this, mended);
    const store = journaled
      ? new DexieProjectStore(id, (seen) => opener.open(seen), await ownFile(id))
      : new DexieProjectStore(id, (seen) => this.#openAlone(id, seen));
    // The first question opens the database: one that cannot be had must show now.
    await store.counters();
    if ((await this.people()).length === 0) for (const author of await store.authors()) await this.addPerson(author);
    return { store, copies: journaled ? 'both' : 'database', rescue: () => rescue(id, store) };
  }

  /** The project's database where no journal can tell whether it is whole. */
  async #openAlone(id: Id, seen: Head): Promise<ProjectDatabase> {
    const database = await timeBoxed(openDatabase(new ProjectDatabase(await this.databaseOf(id))));
    if (await timeBoxed(continues(database, seen))) return database;
    database.close();
    throw new StorageError('lost', 'The database no longer holds what was stored in it.');
  }

  #lastOpened(otherwise: Id): Promise<Id> {
    return this.#connection.ask((database) =>
      database.transaction('rw', database.projects, async () => {
        const last = await database.projects.orderBy('opened').last();
        const chosen: StoredProject = { id: otherwise, ...last, opened: (last?.opened ?? 0) + 1 };
        await database.projects.put(chosen);
        return chosen.id;
      }),
    );
  }

  async databaseOf(project: Id): Promise<string> {
    const stored = await this.#connection.ask(({ projects }) => projects.get(project));
    return stored?.database ?? `attest-${project}`;
  }

  async moved(project: Id, database: string): Promise<void> {
    const { opened = 1 } = (await this.#connection.ask(({ projects }) => projects.get(project))) ?? {};
    await this.#connection.ask(({ projects }) => projects.put({ id: project, opened, database }));
  }

  async people(): Promise<Id[]> {
    return (await this.#connection.ask(({ people }) => people.toArray())).map(({ id }) => id);
  }

  async addPerson(id: Id): Promise<void> {
    await this.#connection.ask(({ people }) => people.put({ id }));
  }
}
