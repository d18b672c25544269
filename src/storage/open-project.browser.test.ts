import { expect, it } from 'vitest';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch } from '../model/patch.ts';
import { wholeOf } from '../model/whole-of.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { entryFor, quietEvents } from '../testing/sample-store.ts';
import { DexieProjectStore } from './dexie-project-store.ts';
import { ownFile } from './journal/own-file.ts';
import { seemsSound } from './look-through.ts';
import { openBesides } from './open-besides.ts';
import { ProjectOpener } from './open-project.ts';
import { ProjectDatabase } from './project-database.ts';
import type { Mending } from './project-store.ts';

/** A project with three tags that is open, and what becomes of its database. */
async function opened() {
  const project = crypto.randomUUID();
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  let name = `attest-${project}`;
  const mendings: Mending[] = [];
  const moved = async (_: string, to: string) => {
    name = to;
  };
  const whereabouts = { databaseOf: async () => name, moved };
  const opener = new ProjectOpener(project, whereabouts, { ...quietEvents, mended: (mending) => mendings.push(mending) });
  const store = new DexieProjectStore(project, (seen) => opener.open(seen), await ownFile(project));
  await store.commit(entryFor(wholeOf(start.project)), [...start.project.texts.values()]);
  let current = start.project;
  const [text = ''] = start.texts;
  const tag = async (from: number) => {
    const patch = addTag(current, { text, type: 'source', stretches: [{ start: from, end: from + 2 }] }, start.context);
    current = applyPatch(current, patch);
    await store.commit(entryFor(patch));
  };
  for (const from of [10, 14, 19]) await tag(from);
  const besides = async <T>(work: (database: ProjectDatabase) => Promise<T>) => {
    const database = await openBesides((readOnly) => new ProjectDatabase(name, readOnly));
    return work(database).finally(() => database.close());
  };
  const tags = async () => (await store.loadTags(text)).annotations.length;
  return { opener, mendings, besides, tag, tags, name: () => name };
}

it('a database that is found damaged in the middle of work is mended under it, and work goes on', async () => {
  const { opener, mendings, besides, tag, tags, name } = await opened();
  const damaged = name();
  await besides(({ pages }) => pages.clear());
  // The control: nobody notices by working on.
  await tag(24);
  expect(await tags()).toBe(1);
  expect(await besides(seemsSound)).toBe(false);
  await opener.mend();
  expect(name()).not.toBe(damaged);
  expect(mendings).toEqual([expect.objectContaining({ restored: 5, damaged: false })]);
  expect(await tags()).toBe(4);
  await tag(30);
  expect(await tags()).toBe(5);
  expect(await besides(seemsSound)).toBe(true);
});

it('one that is not damaged is left as it is', async () => {
  const { opener, mendings, tag, tags, name } = await opened();
  const before = name();
  await opener.mend();
  await tag(24);
  expect([name(), await tags(), mendings.length]).toEqual([before, 4, 0]);
});
