import type { Id } from '../model/records.ts';
import { StorageError } from './errors.ts';
import { someInUse } from './in-use.ts';
import { aloneWith } from './journal/alone.ts';
import { canKeepJournal } from './journal/can-keep.ts';
import { wholeChain } from './journal/chain.ts';
import { JournalFolder } from './journal/folder.ts';
import { ownFile } from './journal/own-file.ts';
import { MemoryProjectStore } from './memory-project-store.ts';
import type { OpenedProject, ProjectStore } from './project-store.ts';
import { rescue } from './rescue.ts';
import { StandIn } from './stand-in.ts';
import { takePlace } from './stand-in-place.ts';

/**
 * The project as its journal has it, in memory; the journal is written on where this page is the only one to do so. When another
 * page opens the database, `inDatabase` gives the store to go on with. Rejects with a `StorageError` where one has it open.
 */
export async function openInMemory(id: Id, inDatabase: () => Promise<ProjectStore>): Promise<OpenedProject> {
  return (await canKeepJournal()) ? aloneWith(id, () => besideJournal(id, inDatabase)) : withoutJournal(id);
}

/** Nobody may open the database between the look at who has it open and the reading of the journal. */
async function besideJournal(id: Id, inDatabase: () => Promise<ProjectStore>): Promise<OpenedProject> {
  if (await someInUse()) throw new StorageError('blocked', 'Another page works on the database.');
  const place = await takePlace(id);
  if (!place) return withoutJournal(id);
  const actions = await wholeChain(await JournalFolder.open(id));
  const store = new StandIn(new MemoryProjectStore(id, actions, await ownFile(id)), place, inDatabase);
  return { store, copies: 'journal', rescue: () => rescue(id, store), mend: null, replaced: place.taken };
}

function withoutJournal(id: Id): OpenedProject {
  const store = new MemoryProjectStore(id, [], null);
  return { store, copies: 'none', rescue: () => rescue(id, store), mend: null, replaced: null };
}
