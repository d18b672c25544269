import { chained, holds } from '../../formats/chain.ts';
import { ConflictError } from '../errors.ts';
import type { ProjectDatabase } from '../project-database.ts';
import { newestGeneration } from '../snapshots/earlier-actions.ts';
import { type Depth, isSound } from '../soundness.ts';
import { actionsAfter, continues, indexed, replay, storedHead, writeContents } from '../stored-history.ts';
import type { Appender } from './appender.ts';
import { chainAfter } from './chain.ts';
import { baseName, type JournalFolder } from './folder.ts';
import { following, headOf, type JournalAction, lineOf, noHead } from './line.ts';

/** The two copies of one project, and a way to an empty database for when its own is damaged. */
export interface Copies {
  /** `null` where it cannot be opened. */
  readonly database: ProjectDatabase | null;
  readonly folder: JournalFolder;
  readonly base: Pick<Appender, 'append'>;
  /** How much of the database is looked at. */
  readonly depth: Depth;
  /** Takes the damaged database away from other tabs. */
  takeOver(): Promise<void>;
  /** An empty database. */
  fresh(): Promise<ProjectDatabase>;
}

/** `database` is the one to go on with. */
export interface Reconciled {
  readonly database: ProjectDatabase;
  /** How many actions the database had lost. */
  readonly restored: number;
  /** How many actions of the journal contradict what the database holds; they are kept aside. */
  readonly apart: number;
  /** True where the database is damaged and the journal cannot make up for it. */
  readonly damaged: boolean;
  /** False where the base could not take what it misses: then it is only in the database and the files of the tabs. */
  readonly caughtUp: boolean;
}

/**
 * Makes both copies hold the same actions, whichever of them is behind; which is ahead follows from the chain, never from
 * a clock. A damaged database and a journal that contradicts a sound one are kept aside. Nobody else may do this meanwhile.
 */
export async function reconcile(copies: Copies): Promise<Reconciled> {
  const { database, folder, depth } = copies;
  if (!database || !(await isSound(database, depth))) return mend(copies);
  const tabs = await inTabFiles(folder);
  const repaired = await repair(database, folder, tabs.flat());
  const apart = await carryOver(database, await strayed(database, folder, tabs));
  return { database, restored: repaired, apart, damaged: false, caughtUp: await catchUp(copies, database) };
}

async function inTabFiles(folder: JournalFolder): Promise<JournalAction[][]> {
  return Promise.all((await folder.tabFiles()).map((name) => folder.actions(name)));
}

/** Makes again what the database has lost at its end; gives how many actions. */
async function repair(database: ProjectDatabase, folder: JournalFolder, recent: readonly JournalAction[]): Promise<number> {
  const head = await storedHead(database);
  // Mostly neither base nor snapshots are ahead, and then they need not be read.
  const ahead = Math.max((await folder.baseHead()).seq, await newestGeneration(folder.project)) > head.seq;
  const { actions: lost, mended } = ahead ? await chainAfter(folder, head) : { actions: following(head, recent), mended: false };
  if (lost.length > 0) await replay(database, lost);
  if (mended) await folder.putAside(baseName);
  return lost.length;
}

async function mend({ database, folder, base, takeOver, fresh }: Omit<Copies, 'depth'>): Promise<Reconciled> {
  await takeOver();
  // What can still be read of the damaged database may be one action ahead.
  const read = database ? await actionsAfter(database, 0).catch(() => []) : [];
  const readable = read.filter(({ entry }) => holds(entry));
  const { actions, mended } = await chainAfter(folder, noHead, readable);
  // A damaged database that knows of more than can be made again is worth more than a sound one with less.
  if (database && actions.length < (await knownLength(database))) return { ...untouched, database };
  const target = await fresh();
  if (actions.length > 0) await replay(target, actions);
  // A base with a damaged line would stop there again; it is written anew.
  if (mended) await folder.putAside(baseName);
  return { database: target, restored: actions.length, apart: 0, damaged: false, caughtUp: await catchUp({ folder, base }, target) };
}

const untouched = { restored: 0, apart: 0, damaged: true, caughtUp: false };

const knownLength = (database: ProjectDatabase): Promise<number> =>
  storedHead(database).then(
    ({ seq }) => seq,
    () => 0,
  );

/** The actions of files whose last one is not in the database's chain, in order. */
async function strayed(
  database: ProjectDatabase,
  folder: JournalFolder,
  tabs: readonly (readonly JournalAction[])[],
): Promise<JournalAction[]> {
  const files = await Promise.all(tabs.map(async (actions) => ((await continues(database, headOf(actions))) ? [] : actions)));
  const base = (await continues(database, await folder.baseHead())) ? [] : await folder.actions(baseName);
  return [...base, ...files.flat()].sort((a, b) => a.entry.seq - b.entry.seq);
}

/** Makes those actions on top that the database does not have; gives how many contradict what it holds. */
async function carryOver(database: ProjectDatabase, actions: readonly JournalAction[]): Promise<number> {
  let apart = 0;
  for (const action of actions) {
    try {
      await putOnTop(database, action);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      apart += 1;
    }
  }
  return apart;
}

function putOnTop(
  database: ProjectDatabase,
  { entry: { seq: _, previous: __, hash: ___, ...draft }, texts }: JournalAction,
): Promise<void> {
  return database.transaction('rw', database.contents, async () => {
    if (await database.journal.where('id').equals(draft.id).count()) return;
    await writeContents(database, draft.patch, texts);
    await database.journal.add(indexed(chained(draft, await storedHead(database))));
  });
}

/** Appends to the base what it does not have yet; false where it cannot be written, which must not keep anybody from a sound database. */
async function catchUp({ folder, base }: Pick<Copies, 'folder' | 'base'>, database: ProjectDatabase): Promise<boolean> {
  try {
    const head = await folder.baseHead();
    const goesOn = await continues(database, head);
    if (!goesOn) await folder.putAside(baseName);
    const missing = await actionsAfter(database, goesOn ? head.seq : 0);
    if (missing.length > 0) await base.append(missing.map(lineOf).join(''));
    return true;
  } catch {
    return false;
  }
}
