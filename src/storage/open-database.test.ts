import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addTag } from '../model/commands/tags.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { entryFor, fill, quietEvents } from '../testing/sample-store.ts';
import { DexieProjectStore } from './dexie-project-store.ts';
import { type DatabaseDump, dumpDatabase, loadDump } from './dump.ts';
import { foundDatabase } from './found-database.ts';
import { type DatabaseEvents, openDatabase } from './open-database.ts';
import { ProjectDatabase } from './project-database.ts';

let opened = 0;

// Dexie alone warns of what it does here on purpose.
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

/** The name of a database nobody has used. */
const unused = (): string => `opening-${++opened}`;

const open = (name: string, events: Partial<DatabaseEvents> = {}): Promise<ProjectDatabase> =>
  openDatabase((readOnly) => new ProjectDatabase(name, readOnly), { ...quietEvents, ...events });

const storeOver = (database: ProjectDatabase) => new DexieProjectStore(database.name, () => Promise.resolve(database));

async function dumpOf(name: string): Promise<DatabaseDump> {
  const database = await foundDatabase(name);
  if (!database) throw new Error(`There is no database ${name}.`);
  const dump = await dumpDatabase(database);
  database.close();
  return dump;
}

/** A database with one article, as the given native version without the index of that name would have left it. */
async function written({
  version = 0,
  without = '',
} = {}): Promise<{ name: string; store: DexieProjectStore; tag: ReturnType<typeof tagOn> }> {
  const name = unused();
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  const database = await open(name);
  const store = storeOver(database);
  await fill(store, start);
  const tag = tagOn(start);
  if (version === 0) return { name, store, tag };
  const dump = await dumpOf(name);
  const stores = dump.stores.map((one) => ({ ...one, indexes: one.indexes.filter((index) => index.name !== without) }));
  store.close();
  await Dexie.delete(name);
  await loadDump({ ...dump, version, stores });
  return { name, store, tag };
}

const tagOn = ({ project, texts, context }: ReturnType<typeof sampleProject>) =>
  addTag(project, { text: texts[0] ?? '', type: 'source', stretches: [{ start: 10, end: 13 }] }, context);

const entriesIn = async (name: string): Promise<number> =>
  (await dumpOf(name)).stores.find((one) => one.name === 'journal')?.rows.length ?? 0;

/** Another tab that asks for a layout of this native version; resolves when it has it. */
function upgrade(name: string, version: number): Promise<void> {
  const request = indexedDB.open(name, version);
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result.close());
  });
}

describe('a database that a newer Attest has written', () => {
  it('is read, and not a byte of it is changed', async () => {
    const { name, tag } = await written({ version: 990, without: 'starts' });
    const before = await dumpOf(name);
    const database = await open(name);
    const store = storeOver(database);
    expect(database.readOnly).toBe('newer-database');
    expect((await store.load()).articles.size).toBe(1);
    await expect(store.commit(entryFor(tag))).rejects.toMatchObject({ kind: 'newer-database' });
    await expect(store.rememberTab('one', {})).rejects.toMatchObject({ kind: 'newer-database' });
    store.close();
    expect(await dumpOf(name)).toEqual(before);
  });

  it('would be changed by Dexie alone, which adds what it misses and writes', async () => {
    const { name, tag } = await written({ version: 990, without: 'starts' });
    const before = await dumpOf(name);
    const database = new ProjectDatabase(name, null);
    await database.open();
    await storeOver(database).commit(entryFor(tag));
    database.close();
    expect(await dumpOf(name)).not.toEqual(before);
  });
});

describe('a database in an older layout', () => {
  it('is shown as it was before it is changed', async () => {
    const { name } = await written({ version: 10, without: 'starts' });
    const before = await dumpOf(name);
    const told: unknown[] = [];
    const beforeMigration = async (database: IDBDatabase, layout: number) => void told.push(layout, await dumpDatabase(database));
    const database = await open(name, { beforeMigration });
    expect(told).toEqual([3, before]);
    expect(database.backendDB().version).toBe(30);
    expect(database.readOnly).toBeNull();
  });
});

describe('a database that cannot be brought to the newest layout', () => {
  it('is there as it was, to be read', async () => {
    const { name, tag } = await written({ version: 10, without: 'starts' });
    const before = await dumpOf(name);
    vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    const readOnly = vi.fn();
    const database = await open(name, { readOnly });
    expect(readOnly.mock.calls).toEqual([['not-migrated']]);
    await expect(storeOver(database).commit(entryFor(tag))).rejects.toMatchObject({ kind: 'not-migrated' });
    expect((await storeOver(database).load()).articles.size).toBe(1);
    database.close();
    expect(await dumpOf(name)).toEqual(before);
  });
});

describe('a database that is there or not', () => {
  it('is not made by looking for it', async () => {
    const name = unused();
    expect(await foundDatabase(name)).toBeNull();
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  });

  it('that is new or up to date is opened without a word', async () => {
    const waiting = vi.fn();
    const { name, store } = await written();
    store.close();
    await open(name, { waiting, beforeMigration: waiting });
    await open(unused(), { waiting, beforeMigration: waiting });
    expect(waiting).not.toHaveBeenCalled();
  });
});

describe('a tab whose database another one brings to a newer layout', () => {
  it('finishes the write that is under way, lets go, and never comes back by itself', async () => {
    const { name, tag } = await written();
    const superseded = async () => void (await store.commit(entryFor(tag)));
    const store = storeOver(await open(name, { superseded }));
    await upgrade(name, 990);
    await expect(store.rememberTab('one', {})).rejects.toMatchObject({ kind: 'closed' });
    expect(await entriesIn(name)).toBe(2);
  });

  it('lets go in time though its last action cannot be stored', async () => {
    const { name } = await written();
    await open(name, { superseded: () => new Promise(() => undefined) });
    await upgrade(name, 990);
  });

  it('would write into the newer one by the handle Dexie opens again', async () => {
    const { name, tag } = await written();
    const database = new ProjectDatabase(name, null);
    await database.open();
    await upgrade(name, 990);
    await storeOver(database).commit(entryFor(tag));
    expect(await entriesIn(name)).toBe(2);
  });
});

describe('a tab with an older Attest that does not let go', () => {
  it('is named, and the new one goes on by itself when it is closed', async () => {
    const { name } = await written({ version: 10, without: 'starts' });
    const old = await foundDatabase(name);
    if (old) old.onversionchange = null;
    const told: string[] = [];
    const opening = open(name, { waiting: (why) => void told.push(why) });
    await vi.waitFor(() => expect(told).toEqual(['migrating', 'blocked']), { timeout: 5_000 });
    old?.close();
    expect((await opening).backendDB().version).toBe(30);
  });
});
