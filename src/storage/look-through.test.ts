import { describe, expect, it } from 'vitest';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch, change, patchOf } from '../model/patch.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, fill } from '../testing/sample-store.ts';
import { seemsSound } from './look-through.ts';
import type { ProjectDatabase } from './project-database.ts';
import { isSound } from './soundness.ts';
import { safeLength } from './sums.ts';

const texts = Array.from({ length: 45 }, (_, index) => `Headline ${index}\n\nKim said so. KCNA told AFP that all was well.`);

/** A project with a tag in each of more articles than are looked at in one piece, and one large entry in its journal. */
async function library() {
  const { store, database } = await connect(`library-${crypto.randomUUID()}`);
  const start = sampleProject(...texts);
  await fill(store, start);
  let { project } = start;
  for (const text of start.texts) {
    const patch = addTag(project, { text, type: 'source', stretches: [{ start: 2, end: 5 }] }, start.context);
    project = applyPatch(project, patch);
    await store.commit(entryFor(patch));
  }
  const [article] = [...project.articles.values()];
  if (!article) throw new Error('There is no article.');
  await store.commit(entryFor(patchOf(change('articles', article.id, article, { ...article, title: 'x'.repeat(safeLength) }))));
  return database;
}

describe('what a start leaves out in a large project', () => {
  it('is sound as it was written', async () => {
    expect(await seemsSound(await library())).toBe(true);
  });

  const damage: readonly (readonly [string, (database: ProjectDatabase) => Promise<unknown>])[] = [
    ['a lost page', async ({ pages }) => pages.delete((await pages.toCollection().lastKey()) as number)],
    ['an earlier state of a page', async ({ pages }) => pages.toCollection().modify({ annotations: [], ids: [] })],
    ['a lost entry', async ({ journal }) => journal.delete(2)],
    ['a lost part of a text', async ({ parts }) => parts.delete((await parts.toCollection().lastKey()) as [string, number])],
    ['lost counters', async ({ counters }) => counters.delete((await counters.toCollection().primaryKeys()).at(-1) ?? '')],
    [
      'a changed large entry',
      async ({ journal }) => journal.update((await journal.orderBy('seq').last())?.seq ?? 0, { action: 'changed' }),
    ],
  ];
  it.each(damage)('is found damaged afterwards: %s', async (_, harm) => {
    const database = await library();
    await harm(database);
    expect(await seemsSound(database)).toBe(false);
    expect(await isSound(database)).toBe(false);
    // The control: who looks at the surface alone sees nothing of it.
    expect(await isSound(database, 'surface')).toBe(true);
  });

  it('a lost text and a changed large record show at the start itself', async () => {
    const [one, other] = [await library(), await library()];
    await one.texts.delete((await one.texts.toCollection().primaryKeys()).at(-1) ?? '');
    expect(await isSound(one, 'surface')).toBe(false);
    await other.rows.toCollection().modify((row) => {
      if (row.sum !== undefined) Object.assign(row, { sum: '0' });
    });
    expect(await isSound(other, 'surface')).toBe(false);
  });
});
