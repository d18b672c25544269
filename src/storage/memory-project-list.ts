import type { Id } from '../model/records.ts';
import { canKeepJournal } from './journal/can-keep.ts';
import { journaledProjects } from './journal/folder.ts';
import { openInMemory } from './open-in-memory.ts';
import type { Mending, OpenedProject, ProjectList, ProjectStore } from './project-store.ts';

type InDatabase = (project: Id, mended: (mending: Mending) => void) => Promise<ProjectStore>;

/** The list of projects where the browser gives no database: what a journal holds, else a project that goes with the page. */
export class MemoryProjectList implements ProjectList {
  readonly #people = new Set<Id>();
  readonly #inDatabase: InDatabase;

  /** `inDatabase` opens a project where it is stored, for when the browser gives a database after all. */
  constructor(inDatabase: InDatabase) {
    this.#inDatabase = inDatabase;
  }

  async openLast(newId: () => Id, mended: (mending: Mending) => void): Promise<OpenedProject> {
    const [journaled] = (await canKeepJournal()) ? await journaledProjects() : [];
    const id = journaled ?? newId();
    const opened = await openInMemory(id, () => this.#inDatabase(id, mended));
    for (const author of await opened.store.authors()) this.#people.add(author);
    return opened;
  }

  async people(): Promise<Id[]> {
    return [...this.#people];
  }

  async addPerson(id: Id): Promise<void> {
    this.#people.add(id);
  }
}
