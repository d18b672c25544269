import { afterEach, describe, expect, it, vi } from 'vitest';
import { brokenAt } from '../formats/chain.ts';
import { setNote } from '../model/commands/attributes.ts';
import { renameAuthor } from '../model/commands/people.ts';
import { addTag, deleteTag, retype } from '../model/commands/tags.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, everythingIn, fill } from '../testing/sample-store.ts';
import { ConflictError, StorageError } from './errors.ts';
import type { ProjectDatabase } from './project-database.ts';

let opened = 0;
afterEach(() => vi.restoreAllMocks());

async function sample() {
  opened += 1;
  const name = `test-${opened}`;
  const { store, database } = await connect(name);
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  await fill(store, start);
  const text = start.texts[0] ?? '';
  const tag = (project: Project, from: number) =>
    addTag(project, { text, type: 'source', stretches: [{ start: from, end: from + 2 }] }, start.context);
  return { name, store, database, text, tag, ...start };
}

const set = (project: Project) => [...project.sets.keys()][0] ?? '';

/** The durabilities of the write transactions that `work` opens on a new connection: Dexie takes hold of the method when it opens one. */
async function durabilities(
  name: string,
  work: (connection: Awaited<ReturnType<typeof connect>>) => Promise<unknown>,
): Promise<readonly unknown[]> {
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const connection = await connect(name);
  spy.mockClear();
  await work(connection);
  return spy.mock.calls.filter(([, mode]) => mode === 'readwrite').map(([, , options]) => options?.durability);
}

describe('a commit', () => {
  it('is one transaction, and strict', async () => {
    const { name, tag, project } = await sample();
    expect(await durabilities(name, ({ store }) => store.commit(entryFor(tag(project, 10))))).toEqual(['strict']);
  });

  it('that were relaxed would be seen by the same check', async () => {
    const { name } = await sample();
    const relaxed = async ({ database }: { database: ProjectDatabase }) =>
      void database.backendDB().transaction(['rows'], 'readwrite', { durability: 'relaxed' });
    expect(await durabilities(name, relaxed)).toEqual(['relaxed']);
  });

  it('does not count as stored before the journal has it, and is written once when tried again', async () => {
    const { name, tag, project, text } = await sample();
    const written: number[] = [];
    const append = vi.fn().mockRejectedValueOnce(new StorageError('quota', 'full'));
    append.mockImplementation(async ({ entry }) => void written.push(entry.seq));
    const { store } = await connect(name, { append, appendLine: vi.fn() });
    const entry = entryFor(tag(project, 10));
    await expect(store.commit(entry)).rejects.toMatchObject({ name: 'NotJournaledError', kind: 'quota' });
    await store.commit(entry);
    expect(written).toEqual([2]);
    expect((await store.loadTags(text)).annotations).toHaveLength(1);
  });

  it('is read back record by record', async () => {
    const { store, tag, project, text } = await sample();
    const patch = tag(project, 10);
    await store.commit(entryFor(patch));
    const { annotations } = await store.loadTags(text);
    expect(annotations).toEqual([...applyPatch(project, patch).annotations.values()]);
    expect((await store.load()).authors).toEqual(project.authors);
    expect(await store.loadText(text)).toBe(project.texts.get(text)?.content);
    expect(
      await store.find(
        'annotations',
        annotations.map(({ id }) => id),
      ),
    ).toEqual(annotations);
    expect((await store.loadSet(set(project))).texts).toEqual([...project.texts.values()]);
  });

  it('tried again after it was given up as too slow changes nothing more', async () => {
    const { store, database, tag, project } = await sample();
    const entry = entryFor(tag(project, 10));
    const first = await store.commit(entry);
    const before = await everythingIn(database);
    expect(await store.commit(entry)).toEqual(first);
    expect(await everythingIn(database)).toEqual(before);
  });

  it('that fails at its last step leaves nothing behind', async () => {
    const { store, database, tag, project } = await sample();
    const before = await everythingIn(database);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === 'journal') throw new DOMException('The disk is full.', 'QuotaExceededError');
      return this.put(...given);
    });
    await expect(store.commit(entryFor(tag(project, 10)))).rejects.toBeInstanceOf(StorageError);
    vi.restoreAllMocks();
    expect(await everythingIn(database)).toEqual(before);
  });
});

describe('two tabs', () => {
  it('meet on one record: the second is refused and nothing of it is written', async () => {
    const { name, store, project, context, tag } = await sample();
    const other = await connect(name);
    await store.commit(entryFor(renameAuthor(project, { author: context.author, name: 'First' })));
    const before = await everythingIn(other.database);
    const stale: Patch = [...tag(project, 10), ...renameAuthor(project, { author: context.author, name: 'Second' })];
    await expect(other.store.commit(entryFor(stale, { tab: 'two' }))).rejects.toBeInstanceOf(ConflictError);
    expect(await everythingIn(other.database)).toEqual(before);
  });

  /** Two tabs that both loaded one tag change it and its neighbour on the same page; gives the notes that are stored in the end. */
  async function notesAfter(
    write: (database: ProjectDatabase, patch: Patch) => Promise<unknown>,
  ): Promise<readonly (string | undefined)[]> {
    const { name, store, project, context, text, tag } = await sample();
    const both = applyPatch(applyPatch(project, tag(project, 10)), tag(project, 23));
    const [one, two] = [...both.annotations.values()];
    if (!one || !two) throw new Error('Two tags were made.');
    await store.commit(entryFor([one, two].map((after) => ({ table: 'annotations', id: after.id, before: null, after }) as const)));
    const other = await connect(name);
    const seenByOther = await other.database.pages.toArray();
    await store.commit(entryFor(setNote(both, { annotation: one.id, note: 'one' }, context)));
    vi.spyOn(other.database.pages, 'toArray').mockResolvedValue(seenByOther);
    await write(other.database, setNote(both, { annotation: two.id, note: 'two' }, context));
    const { annotations } = await store.loadTags(text);
    return [one.id, two.id].map((id) => annotations.find((annotation) => annotation.id === id)?.note);
  }

  it('change neighbours on one page: both changes stay', async () => {
    const honest = async (_: ProjectDatabase, patch: Patch) =>
      (await connect(`test-${opened}`)).store.commit(entryFor(patch, { tab: 'two' }));
    expect(await notesAfter(honest)).toEqual(['one', 'two']);
  });

  it('would lose one to a writer that puts back the page it has seen', async () => {
    const naive = async (database: ProjectDatabase, patch: Patch) => {
      const [page] = await database.pages.toArray();
      const after = patch[0]?.after;
      if (page && after)
        await database.pages.put({
          ...page,
          annotations: page.annotations.map((tag) => (tag.id === patch[0]?.id ? { ...tag, note: 'two' } : tag)),
        });
    };
    expect(await notesAfter(naive)).toEqual([undefined, 'two']);
  });
});

describe('what is kept besides', () => {
  it('counters of one text and set follow each change', async () => {
    const { store, project, context, text, tag } = await sample();
    const key = `${text}/${set(project)}`;
    const patch = tag(project, 10);
    const tagged = applyPatch(project, patch);
    const id = patch[0]?.id ?? '';
    await store.commit(entryFor(patch));
    expect((await store.counters()).get(key)?.byType).toEqual({ source: 1 });
    const changed = retype(tagged, { annotation: id, type: 'claim' }, context);
    await store.commit(entryFor(changed));
    expect((await store.counters()).get(key)?.byType).toMatchObject({ claim: 1 });
    await store.commit(entryFor(deleteTag(applyPatch(tagged, changed), { annotation: id }, context)));
    expect(Object.values((await store.counters()).get(key)?.byType ?? {}).reduce((sum, count) => sum + count, 0)).toBe(0);
  });

  it('the journal is a chain in which a changed entry is found', async () => {
    const { store, project, tag } = await sample();
    await store.commit(entryFor(tag(project, 10)));
    await store.commit(entryFor(tag(project, 15)));
    const entries = await store.tabJournal('one', 100);
    expect(entries).toHaveLength(3);
    expect(brokenAt(entries)).toBeNull();
    expect(brokenAt(entries.map((entry) => (entry.seq === 2 ? { ...entry, action: 'other' } : entry)))).toBe(2);
    expect(brokenAt(entries.filter(({ seq }) => seq !== 2))).toBe(3);
    expect(await store.headOfSet(set(project))).toBe(entries.at(-1)?.hash);
  });

  it('a tab remembers, and the tab closed last is found', async () => {
    const { store } = await sample();
    await store.rememberTab('one', { scroll: 5 });
    await store.rememberTab('two', { scroll: 6 });
    expect(await store.tabMemory('one')).toEqual({ scroll: 5 });
    expect(await store.tabMemory('none')).toBeNull();
    expect(await store.lastClosedTab([])).toBe('two');
    expect(await store.lastClosedTab(['two'])).toBe('one');
    expect(await store.lastClosedTab(['one', 'two'])).toBeNull();
  });

  it('where no tab is remembered, as after a rebuild from the journal, the one that acted last hands over its history', async () => {
    const { store, tag, project } = await sample();
    expect(await store.lastClosedTab([])).toBeNull();
    await store.commit(entryFor(tag(project, 10), { tab: 'lost' }));
    expect(await store.lastClosedTab([])).toBe('lost');
    expect(await store.lastClosedTab(['lost'])).toBeNull();
  });

  it('a text that was damaged is not shown as if it were whole', async () => {
    const { store, database, text } = await sample();
    await database.parts.toCollection().modify({ content: 'Headline\n\nSomething else.' });
    await expect(store.loadText(text)).rejects.toMatchObject({ kind: 'corrupt-text' });
  });

  it('five thousand tags are stored once each', async () => {
    const { store, project, context, text } = await sample();
    const made = Array.from({ length: 5_000 }, (_, index) =>
      addTag(project, { text, type: 'source', stretches: [{ start: index % 40, end: (index % 40) + 1 }] }, context),
    );
    await store.commit(entryFor(made.flat()));
    const { annotations } = await store.loadTags(text);
    expect(new Set(annotations.map(({ id }) => id)).size).toBe(5_000);
    expect(annotations).toHaveLength(5_000);
  }, 30_000);
});
