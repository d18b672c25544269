import { describe, expect, it } from 'vitest';
import { addTag, deleteTag } from '../../model/commands/tags.ts';
import { applyPatch } from '../../model/patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, entryFor, everythingIn, fill } from '../../testing/sample-store.ts';
import { Appender } from '../journal/appender.ts';
import { wholeChain } from '../journal/chain.ts';
import { baseName, folderName, JournalFolder } from '../journal/folder.ts';
import { lineOf } from '../journal/line.ts';
import { reconcile } from '../journal/reconcile.ts';
import { readPackageFile } from '../read-package-file.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** A project of five actions whose base has all of them, and the file of whose tab is gone. */
async function project() {
  const id = crypto.randomUUID();
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  const folder = await JournalFolder.open(id);
  const base = new Appender(folderName(id), baseName);
  const { store, database } = await connect(`attest-${id}`, {
    append: (action) => base.append(lineOf(action)),
    appendLine: (line) => base.append(line),
  });
  await fill(store, start);
  const text = start.texts[0] ?? '';
  let current = start.project;
  for (const from of [10, 14, 19]) {
    const patch = addTag(current, { text, type: 'source', stretches: [{ start: from, end: from + 2 }] }, start.context);
    current = applyPatch(current, patch);
    await store.commit(entryFor(patch));
  }
  const [annotation = ''] = current.annotations.keys();
  await store.commit(entryFor(deleteTag(current, { annotation }, start.context)));
  await base.close();
  return { id, database, folder, whole: await everythingIn(database) };
}

type Sample = Awaited<ReturnType<typeof project>>;

/** Changes a letter in the third line of the base. */
async function damageBase({ id }: Sample): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const handle = await (await root.getDirectoryHandle(folderName(id))).getFileHandle(baseName);
  const lines = (await (await handle.getFile()).text()).split('\n');
  const writable = await handle.createWritable();
  await writable.write(lines.map((line, index) => (index === 2 ? line.replace('"action":"test"', '"action":"tost"') : line)).join('\n'));
  await writable.close();
}

const empty = ({ database }: Sample) =>
  database.transaction('rw', database.contents, () => Promise.all(database.contents.map((table) => table.clear())));

async function start({ id, database, folder }: Sample) {
  const base = new Appender(folderName(id), baseName);
  const fresh = async () => (await connect(`fresh-${id}`)).database;
  const result = await reconcile({ database, folder, base, depth: 'whole', takeOver: async () => undefined, fresh });
  await base.close();
  return result;
}

// The numbers of pages are the database's own.
const withoutPages = (contents: unknown): unknown =>
  JSON.parse(JSON.stringify(contents, (key, value) => (key === 'page' ? undefined : value)));
const nothing = () => undefined;

describe('a base damaged in the middle costs nothing', () => {
  it('where the database is emptied: all comes back from the snapshot, and the base is whole again', async () => {
    const sample = await project();
    await takeSnapshot({ project: sample.id }, nothing);
    await damageBase(sample);
    await empty(sample);
    expect((await start(sample)).restored).toBe(5);
    expect(withoutPages(await everythingIn(sample.database))).toEqual(withoutPages(sample.whole));
    expect((await sample.folder.lines(baseName)).damaged).toBe(0);
    expect((await sample.folder.actions(baseName)).map(({ entry }) => entry.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('where the database lost rows: a fresh one is filled from the snapshot', async () => {
    const sample = await project();
    await takeSnapshot({ project: sample.id }, nothing);
    await damageBase(sample);
    await sample.database.pages.clear();
    await sample.database.journal.clear();
    const { restored, database } = await start(sample);
    expect(restored).toBe(5);
    expect(withoutPages(await everythingIn(database))).toEqual(withoutPages(sample.whole));
  });

  it('where nothing but snapshots is left', async () => {
    const sample = await project();
    await takeSnapshot({ project: sample.id }, nothing);
    await sample.folder.remove(baseName);
    await empty(sample);
    expect((await start(sample)).restored).toBe(5);
    expect((await wholeChain(sample.folder)).map(({ entry }) => entry.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('would cost what comes after it without a snapshot', async () => {
    const sample = await project();
    await damageBase(sample);
    await empty(sample);
    expect((await start(sample)).restored).toBe(2);
  });
});

describe('the ring', () => {
  it('takes a state once, readable as a backup, and never a damaged one', async () => {
    const sample = await project();
    await takeSnapshot({ project: sample.id }, nothing);
    await takeSnapshot({ project: sample.id }, nothing);
    const folder = await SnapshotFolder.open(sample.id);
    const [only, ...others] = await folder.list();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ seq: 5 });
    if (!only) return;
    expect(await readPackageFile(await folder.file(only))).toMatchObject({ contents: { journal: { length: 5 } } });
    await sample.database.journal.update(3, { action: 'other' });
    await sample.database.journal.delete(5);
    await takeSnapshot({ project: sample.id }, nothing);
    expect(await folder.list()).toEqual([only]);
  });

  it('goes past a snapshot that cannot be read to the one before it', async () => {
    const sample = await project();
    await takeSnapshot({ project: sample.id }, nothing);
    await (await SnapshotFolder.open(sample.id)).write('000000000009_2026-11-24T10-33-20.005Z.attest.json.gz', new Uint8Array(40));
    await damageBase(sample);
    await empty(sample);
    expect((await start(sample)).restored).toBe(5);
  });
});
