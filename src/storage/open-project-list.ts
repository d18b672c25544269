import type { Id } from '../model/records.ts';
import { Connection } from './connection.ts';
import { DexieProjectStore } from './dexie-project-store.ts';
import { hasEnded, onEnd } from './erase/ending.ts';
import { eraseProject } from './erase/erase-project.ts';
import { StorageError, timeBoxed } from './errors.ts';
import { unlessNoDatabase } from './in-memory-only.ts';
import { canKeepJournal } from './journal/can-keep.ts';
import { journaledProjects } from './journal/folder.ts';
import type { Head } from './journal/line.ts';
import { ownFile } from './journal/own-file.ts';
import type { ReadOnlyReason } from './laid-out-database.ts';
import { projectLayouts } from './layouts/project-layouts.ts';
import { databaseName, ListDatabase, type StoredProject } from './list-database.ts';
import { MemoryProjectList } from './memory-project-list.ts';
import { isNewerThan, openAsFound, openDatabase } from './open-database.ts';
import { openInMemory } from './open-in-memory.ts';
import { ProjectOpener, type Whereabouts } from './open-project.ts';
import { type OpeningEvents, openProjectDatabase } from './open-project-database.ts';
import { ProjectDatabase } from './project-database.ts';
import type { Mending, OpenedProject, ProjectList, ProjectStore } from './project-store.ts';
import { rescue } from './rescue.ts';
import { continues } from './stored-history.ts';

/** The list of projects on this machine; where the browser gives no database, one in memory. */
export async function openProjectList(events: OpeningEvents): Promise<ProjectList> {
  const connection = new Connection(() => openDatabase((readOnly) => new ListDatabase(readOnly), events));
  const list = new DexieProjectList(connection, events);
  const inDatabase = async (): Promise<ProjectList> => {
    await connection.ask(({ projects }) => projects.count());
    return list;
  };
  return unlessNoDatabase(inDatabase, () => new MemoryProjectList((id, mended) => list.openStore(id, mended)));
}

class DexieProjectList implements ProjectList, Whereabouts {
  readonly #connection: Connection<ListDatabase>;
  readonly #events: OpeningEvents;

  constructor(connection: Connection<ListDatabase>, events: OpeningEvents) {
    this.#connection = connection;
    this.#events = events;
  }

  async openLast(newId: () => Id, mended: (mending: Mending) => void): Promise<OpenedProject> {
    const newer = await this.#newer();
    if (newer !== null) return this.#openAsFound(newer);
    const journaled = await canKeepJournal();
    const erasing = await this.#finishErasing();
    const orphan = journaled ? (await journaledProjects()).find((project) => !erasing.includes(project)) : undefined;
    const id = await this.#lastOpened(orphan ?? newId());
    return unlessNoDatabase(
      () => this.#open(id, journaled, mended),
      () => openInMemory(id, () => this.openStore(id, mended)),
    );
  }

  /** Opens the project's own store, beside which there is a journal. */
  async openStore(id: Id, mended: (mending: Mending) => void): Promise<ProjectStore> {
    return (await this.#open(id, true, mended)).store;
  }

  /** The project used last where a newer Attest has written it or the list, so that not even its opening may be noted; else `null`. */
  async #newer(): Promise<StoredProject | null> {
    const [readOnly, last] = await this.#connection.ask(async (database) => [database.readOnly !== null, await lastIn(database)] as const);
    if (!last && readOnly) throw new StorageError('newer-database', 'A newer Attest has written the list of projects.');
    return last && (readOnly || (await isNewerThan(projectLayouts, databaseOf(last)))) ? last : null;
  }

  async #openAsFound(project: StoredProject): Promise<OpenedProject> {
    const make = (readOnly: ReadOnlyReason | null) => new ProjectDatabase(databaseOf(project), readOnly);
    const store = new DexieProjectStore(project.id, () => openAsFound(make, 'newer-database', this.#events));
    await store.counters();
    return { store, copies: 'both', rescue: () => rescue(project.id, store), mend: null, replaced: null };
  }

  async #open(id: Id, journaled: boolean, mended: (mending: Mending) => void): Promise<OpenedProject> {
    const opener = new ProjectOpener(id, this, { ...this.#events, mended });
    const store = journaled
      ? new DexieProjectStore(id, (seen) => opener.open(seen), await ownFile(id))
      : new DexieProjectStore(id, (seen) => this.#openAlone(id, seen));
    onEnd(id, () => store.close());
    try {
      // The first question opens the database: one that cannot be had must show now.
      await store.counters();
    } catch (error) {
      store.close();
      throw error;
    }
    if ((await this.people()).length === 0) for (const author of await store.authors()) await this.addPerson(author);
    const mend = opener.looked === 'surface' ? () => opener.mend() : null;
    return { store, copies: journaled ? 'both' : 'database', rescue: () => rescue(id, store), mend, replaced: null };
  }

  /** The project's database where no journal can tell whether it is whole. */
  async #openAlone(id: Id, seen: Head): Promise<ProjectDatabase> {
    const database = await openProjectDatabase(id, await this.databaseOf(id), this.#events);
    if (await timeBoxed(continues(database, seen))) return database;
    database.close();
    throw new StorageError('gone', 'The database no longer holds what was stored in it.');
  }

  /** Tries once more to erase what was left behind; gives the projects of which something is still there. */
  async #finishErasing(): Promise<Id[]> {
    const marked = () => this.#connection.ask(({ projects }) => projects.filter(({ erasing }) => erasing === true).toArray());
    const waiting = await marked();
    for (const { id } of waiting) await eraseProject(id);
    return waiting.length === 0 ? [] : (await marked()).map(({ id }) => id);
  }

  #lastOpened(otherwise: Id): Promise<Id> {
    return this.#connection.ask((database) =>
      database.transaction('rw', database.projects, async () => {
        const last = await lastIn(database);
        const chosen: StoredProject = { id: otherwise, ...last, opened: (last?.opened ?? 0) + 1 };
        await database.projects.put(chosen);
        return chosen.id;
      }),
    );
  }

  async databaseOf(project: Id): Promise<string> {
    // Asked first: to look into the list would make it again.
    const stored = hasEnded(project) ? null : await this.#connection.ask(({ projects }) => projects.get(project));
    if (hasEnded(project) || stored?.erasing) throw new StorageError('erased', 'The project was erased.');
    return databaseOf(stored ?? { id: project });
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

/** The project opened last that is not being erased. */
const lastIn = ({ projects }: ListDatabase) =>
  projects
    .orderBy('opened')
    .reverse()
    .filter(({ erasing }) => erasing !== true)
    .first();

const databaseOf = ({ id, database = databaseName(id) }: Pick<StoredProject, 'id' | 'database'>): string => database;
