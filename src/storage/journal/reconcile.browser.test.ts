import { describe, expect, it } from 'vitest';
import { addTag } from '../../model/commands/tags.ts';
import { applyPatch } from '../../model/patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, entryFor, everythingIn, fill } from '../../testing/sample-store.ts';
import { Appender } from './appender.ts';
import { baseName, folderName, JournalFolder } from './folder.ts';
import { lineOf } from './line.ts';
import { reconcile } from './reconcile.ts';

/** A project of one article with three tags in both copies; the last of them only in the file of its tab. */
async function twoCopies() {
  const project = crypto.randomUUID();
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  const folder = await JournalFolder.open(project);
  const tab = new Appender(folderName(project), 'tab.jsonl');
  const { store, database } = await connect(`attest-${project}`, {
    append: (action) => tab.append(lineOf(action)),
    appendLine: (line) => tab.append(line),
  });
  await fill(store, start);
  let current = start.project;
  for (const from of [10, 14, 19]) {
    const patch = addTag(
      current,
      { text: start.texts[0] ?? '', type: 'source', stretches: [{ start: from, end: from + 2 }] },
      start.context,
    );
    current = applyPatch(current, patch);
    await store.commit(entryFor(patch));
  }
  await tab.close();
  const whole = await everythingIn(database);
  return { project, store, database, folder, whole };
}

/** Both copies brought together, as a start does it. */
async function start({ project, database, folder }: Pick<Awaited<ReturnType<typeof twoCopies>>, 'project' | 'database' | 'folder'>) {
  const base = new Appender(folderName(project), baseName);
  const fresh = async () => (await connect(`fresh-${project}`)).database;
  const result = await reconcile({ database, folder, base, depth: 'whole', takeOver: async () => undefined, fresh });
  await base.close();
  return result;
}

describe('two copies of a project', () => {
  it('that agree are left alone, and the base takes over what the tabs wrote', async () => {
    const copies = await twoCopies();
    expect((await start(copies)).restored).toBe(0);
    expect(await everythingIn(copies.database)).toEqual(copies.whole);
    expect((await copies.folder.actions(baseName)).map(({ entry }) => entry.seq)).toEqual([1, 2, 3, 4]);
    expect((await copies.folder.baseHead()).seq).toBe(4);
  });

  it('the database is emptied: all comes back, from the base alone', async () => {
    const copies = await twoCopies();
    await start(copies);
    await copies.folder.remove('tab.jsonl');
    await copies.database.transaction('rw', copies.database.contents, () =>
      Promise.all(copies.database.contents.map((table) => table.clear())),
    );
    expect((await start(copies)).restored).toBe(4);
    expect(withoutPages(await everythingIn(copies.database))).toEqual(withoutPages(copies.whole));
  });

  it('the database lost rows that nothing else names: a fresh one is filled, the damaged one stays', async () => {
    const copies = await twoCopies();
    await copies.database.pages.clear();
    const damaged = await everythingIn(copies.database);
    const { restored, database } = await start(copies);
    expect(restored).toBe(4);
    expect(withoutPages(await everythingIn(database))).toEqual(withoutPages(copies.whole));
    expect(await everythingIn(copies.database)).toEqual(damaged);
  });

  it('the journal is gone: it is written again from the database', async () => {
    const copies = await twoCopies();
    await copies.folder.remove('tab.jsonl');
    expect((await start(copies)).restored).toBe(0);
    expect((await copies.folder.actions(baseName)).map(({ entry }) => entry.seq)).toEqual([1, 2, 3, 4]);
  });

  it('a line that was cut off in writing is left out, and writing goes on behind the last whole one', async () => {
    const { project, folder } = await twoCopies();
    const torn = new Appender(folderName(project), 'tab.jsonl');
    await torn.append('{"entry":{"se');
    await torn.close();
    const again = new Appender(folderName(project), 'tab.jsonl');
    await again.append('');
    await again.close();
    expect((await folder.actions('tab.jsonl')).map(({ entry }) => entry.seq)).toEqual([1, 2, 3, 4]);
  });

  it('a changed character makes a line unreadable, not wrong', async () => {
    const { folder, project } = await twoCopies();
    const [first] = await folder.actions('tab.jsonl');
    if (!first) throw new Error('There is no first action.');
    const other = new Appender(folderName(project), 'other.jsonl');
    await other.append(lineOf(first).replace('"action":"test"', '"action":"tost"'));
    await other.close();
    expect(await folder.actions('other.jsonl')).toEqual([]);
  });
});

// The numbers of pages are the database's own.
const withoutPages = (contents: unknown): unknown =>
  JSON.parse(JSON.stringify(contents, (key, value) => (key === 'page' ? undefined : value)));
