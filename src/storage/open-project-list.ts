import { Dexie, type Table } from 'dexie';
import type { Id } from '../model/records.ts';
import { DexieProjectStore } from './dexie-project-store.ts';
import { timeBoxed } from './errors.ts';
import { openDatabase, ProjectDatabase } from './project-database.ts';
import type { ProjectList, ProjectStore } from './project-store.ts';

class ListDatabase extends Dexie {
  readonly projects!: Table<{ readonly id: Id; readonly opened: number }, Id>;
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

  async openLast(newId: () => Id): Promise<{ store: ProjectStore; created: boolean }> {
    const { projects } = this.#database;
    const { id, created } = await timeBoxed(
      this.#database.transaction('rw', projects, async () => {
        const last = await projects.orderBy('opened').last();
        const chosen = last?.id ?? newId();
        await projects.put({ id: chosen, opened: (last?.opened ?? 0) + 1 });
        return { id: chosen, created: last === undefined };
      }),
    );
    const database = await timeBoxed(openDatabase(new ProjectDatabase(`attest-${id}`)));
    return { store: new DexieProjectStore(id, database), created };
  }

  async people(): Promise<Id[]> {
    return (await timeBoxed(this.#database.people.toArray())).map(({ id }) => id);
  }

  async addPerson(id: Id): Promise<void> {
    await timeBoxed(this.#database.people.put({ id }));
  }
}
