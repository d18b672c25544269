import { Dexie, type Table } from 'dexie';
import type { Id } from '../model/records.ts';
import { DexieProjectStore } from './dexie-project-store.ts';
import { timeBoxed } from './errors.ts';
import { journaledProjects } from './journal/folder.ts';
import { canKeepJournal, openJournal } from './journal/open-journal.ts';
import { openDatabase, ProjectDatabase } from './project-database.ts';
import type { OpenedProject, ProjectList } from './project-store.ts';

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

/** The list of projects on this machine. Throws a StorageError where the browser has no database or a newer Attest wrote it. */
export async function openProjectList(): Promise<ProjectList> {
  return new DexieProjectList(await timeBoxed(openDatabase(new ListDatabase())));
}

class DexieProjectList implements ProjectList {
  readonly #database: ListDatabase;

  constructor(database: ListDatabase) {
    this.#database = database;
  }

  async openLast(newId: () => Id): Promise<OpenedProject> {
    const orphan = canKeepJournal() ? ((await journaledProjects())[0] ?? null) : null;
    const { id, database = `attest-${id}`, created } = await timeBoxed(this.#lastOpened(orphan ?? newId()));
    const store = new DexieProjectStore(id, await timeBoxed(openDatabase(new ProjectDatabase(database))));
    if (!canKeepJournal()) return { store, created, restored: 0, journaled: false };
    const { store: current, restored, journal } = await openJournal(id, store, () => this.#freshDatabase(id));
    current.keepJournal(journal);
    if ((await this.people()).length === 0) for (const author of await current.authors()) await this.addPerson(author);
    return { store: current, created: created && restored === 0, restored, journaled: true };
  }

  #lastOpened(otherwise: Id): Promise<StoredProject & { readonly created: boolean }> {
    const { projects } = this.#database;
    return this.#database.transaction('rw', projects, async () => {
      const last = await projects.orderBy('opened').last();
      const chosen: StoredProject = { id: otherwise, ...last, opened: (last?.opened ?? 0) + 1 };
      await projects.put(chosen);
      return { ...chosen, created: last === undefined };
    });
  }

  /** An empty database for a project whose own is damaged; that one stays where it is, under its own name. */
  async #freshDatabase(id: Id): Promise<DexieProjectStore> {
    const name = `attest-${id}-${crypto.randomUUID().slice(0, 8)}`;
    const database = await timeBoxed(openDatabase(new ProjectDatabase(name)));
    await timeBoxed(this.#database.projects.update(id, { database: name }));
    return new DexieProjectStore(id, database);
  }

  async people(): Promise<Id[]> {
    return (await timeBoxed(this.#database.people.toArray())).map(({ id }) => id);
  }

  async addPerson(id: Id): Promise<void> {
    await timeBoxed(this.#database.people.put({ id }));
  }
}
