import { describe, expect, it } from 'vitest';
import { setNote } from '../model/commands/attributes.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch, change, patchOf } from '../model/patch.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, fill } from '../testing/sample-store.ts';
import { isSound } from './soundness.ts';
import { safeLength } from './sums.ts';

let opened = 0;

/** A project with an article whose list of parts is longer than what Chromium keeps among its rows. */
async function longArticle() {
  opened += 1;
  const { store, database } = await connect(`sums-${opened}`);
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  await fill(store, start);
  const [article] = [...start.project.articles.values()];
  if (!article) throw new Error('There is no article.');
  const long = { ...article, title: 'x'.repeat(safeLength) };
  await store.commit(entryFor(patchOf(change('articles', article.id, article, long))));
  return { ...start, store, database, key: `articles/${article.id}`, long };
}

describe('what is kept in a file of its own', () => {
  it('is sound as it was written', async () => {
    expect(await isSound((await longArticle()).database)).toBe(true);
  });

  it('is found damaged in a record', async () => {
    const { database, key, long } = await longArticle();
    await database.rows.update(key, { record: { ...long, title: `y${long.title.slice(1)}` } });
    expect(await isSound(database)).toBe(false);
  });

  it('would not be found damaged without its sum', async () => {
    const { database, key, long } = await longArticle();
    await database.rows.put({ key, table: 'articles', record: { ...long, title: 'y' } });
    expect(await isSound(database)).toBe(true);
  });

  it('is found damaged in an entry of the journal', async () => {
    const { database } = await longArticle();
    const last = await database.journal.orderBy('seq').last();
    await database.journal.update(last?.seq ?? 0, { action: 'tost' });
    expect(await isSound(database)).toBe(false);
  });

  it('holds no page of tags, however long their notes', async () => {
    const { store, database, project, context, texts } = await longArticle();
    const text = texts[0] ?? '';
    let current = project;
    const commit = async (patch: ReturnType<typeof addTag>) => {
      current = applyPatch(current, patch);
      await store.commit(entryFor(patch));
    };
    for (let count = 0; count < 12; count += 1) {
      const patch = addTag(current, { text, type: 'source', stretches: [{ start: count, end: count + 1 }] }, context);
      await commit(patch);
      await commit(setNote(current, { annotation: patch[0]?.id ?? '', note: 'x'.repeat(safeLength / 5) }, context));
    }
    const lengths = (await database.pages.toArray()).map((page) => JSON.stringify(page.annotations).length);
    expect(lengths.length).toBeGreaterThan(1);
    for (const length of lengths) expect(length).toBeLessThan(safeLength * 1.5);
  });
});
