import type { DexieProjectStore } from '../dexie-project-store.ts';
import type { Appender } from './appender.ts';
import { baseName, type JournalFolder } from './folder.ts';
import { following, type Head, type JournalAction, lineOf, noHead } from './line.ts';

/** The two copies of one project, and a way to an empty database for when the one that is open is damaged. */
export interface Copies {
  readonly store: DexieProjectStore;
  readonly folder: JournalFolder;
  readonly base: Pick<Appender, 'append'>;
  fresh(): Promise<DexieProjectStore>;
}

/** `restored` counts the actions the database had lost; `store` is the one to go on with. */
export interface Reconciled {
  readonly store: DexieProjectStore;
  readonly restored: number;
}

/**
 * Makes both copies hold the same actions, whichever of them is behind; which is ahead follows from the chain, never from
 * a clock. A damaged database and a base that contradicts a sound one are kept aside. Nobody else may do this meanwhile.
 */
export async function reconcile(copies: Copies): Promise<Reconciled> {
  const tabFiles = await copies.folder.tabFiles();
  const recent = (await Promise.all(tabFiles.map((name) => copies.folder.actions(name)))).flat();
  const repaired = await repairDatabase(copies, recent);
  await catchUp(copies, repaired.store);
  return repaired;
}

async function repairDatabase(copies: Copies, recent: readonly JournalAction[]): Promise<Reconciled> {
  const { store, folder } = copies;
  const { head, sound } = await store.state();
  if (!sound) return rebuild(copies, recent);
  // Mostly the base is not ahead, and then it need not be read.
  const ahead = (await folder.baseHead()).seq > head.seq;
  const lost = following(head, ahead ? [...(await folder.actions(baseName)), ...recent] : recent);
  if (lost.length > 0) await store.replay(lost);
  return { store, restored: lost.length };
}

async function rebuild({ store, folder, fresh }: Copies, recent: readonly JournalAction[]): Promise<Reconciled> {
  // What can still be read of the damaged database may be one action ahead.
  const readable = await store.actionsAfter(0).catch(() => []);
  const actions = following(noHead, [...(await folder.actions(baseName)), ...recent, ...readable]);
  const target = await fresh();
  if (actions.length > 0) await target.replay(actions);
  return { store: target, restored: actions.length };
}

/** Appends to the base what it does not have yet. */
async function catchUp({ folder, base }: Copies, store: DexieProjectStore): Promise<void> {
  let head: Head = await folder.baseHead();
  if (head.seq > 0 && (await store.hashAt(head.seq)) !== head.hash) {
    await folder.putBaseAside();
    head = noHead;
  }
  const missing = await store.actionsAfter(head.seq);
  if (missing.length > 0) await base.append(missing.map(lineOf).join(''));
}
