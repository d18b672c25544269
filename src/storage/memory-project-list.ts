import type { Id } from '../model/records.ts';
import { canKeepJournal } from './journal/can-keep.ts';
import { wholeChain } from './journal/chain.ts';
import { JournalFolder, journaledProjects } from './journal/folder.ts';
import type { JournalAction } from './journal/line.ts';
import { ownFile } from './journal/own-file.ts';
import { MemoryProjectStore } from './memory-project-store.ts';
import type { OpenedProject, ProjectList } from './project-store.ts';
import { rescue } from './rescue.ts';

/** The list of projects where the browser gives no database: what a journal holds, else a project that goes with the page. */
export class MemoryProjectList implements ProjectList {
  readonly #people = new Set<Id>();

  async openLast(newId: () => Id): Promise<OpenedProject> {
    const [journaled] = (await canKeepJournal()) ? await journaledProjects() : [];
    const opened = await openInMemory(journaled ?? newId());
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

/** The project as its journal has it, in memory; the journal is written on where this tab is the only one to do so. */
export async function openInMemory(id: Id): Promise<OpenedProject> {
  const alone = (await canKeepJournal()) && (await takeAlone(`attest-memory-${id}`));
  const actions: readonly JournalAction[] = alone ? await wholeChain(await JournalFolder.open(id)) : [];
  const store = new MemoryProjectStore(id, actions, alone ? await ownFile(id) : null);
  return { store, copies: alone ? 'journal' : 'none', rescue: () => rescue(id, store), mend: null };
}

/** True when this tab got the lock, which it keeps until the page goes. */
function takeAlone(name: string): Promise<boolean> {
  return new Promise((answer) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock && new Promise<never>(() => undefined);
    });
  });
}
