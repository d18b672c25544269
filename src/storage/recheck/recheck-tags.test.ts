import { expect, it } from 'vitest';
import { bringTo, chooseCodebook } from '../../model/commands/codebooks.ts';
import { link } from '../../model/commands/links.ts';
import { addTag } from '../../model/commands/tags.ts';
import { applyPatch } from '../../model/patch.ts';
import { recheckOf } from '../../model/views/recheck.ts';
import { withoutValue, withRelation } from '../../testing/changed-codebook.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, entryFor, fill } from '../../testing/sample-store.ts';
import { recheckIn } from './recheck-tags.ts';

// Pages hold 200 records: these make several for each of three articles.
const perArticle = 300;
const words = 'Kim said 12 hurt. ';

function tagged() {
  const sample = sampleProject(...['One', 'Two', 'Three'].map((title) => `${title}\n\n${words.repeat(perArticle)}`));
  const { context, texts } = sample;
  const project = texts.reduce((so, text, index) => {
    const stretches = Array.from({ length: perArticle }, (_, at) => {
      const start = `${['One', 'Two', 'Three'][index]}\n\n`.length + at * words.length + 9;
      return { start, end: start + 7 };
    });
    return stretches.reduce(
      (sofar, stretch) => applyPatch(sofar, addTag(sofar, { text, type: 'claim', stretches: [stretch] }, context)),
      so,
    );
  }, sample.project);
  return { ...sample, project };
}

it('finds in the database, page by page, what is found in memory', async () => {
  const sample = tagged();
  const { store, database } = await connect('recheck');
  await fill(store, sample);
  expect(await recheckIn(database, [sample.context.set])).toEqual([]);
  const codebook = { ...withoutValue('claim', 'kind', 'quantity'), version: '2.0.0' };
  const choose = chooseCodebook(sample.project, codebook);
  await store.commit(entryFor(choose));
  const found = await recheckIn(database, [sample.context.set]);
  expect(found[0]?.items).toHaveLength(perArticle * 3);
  const ids = (groups: typeof found) => groups.map(({ change, items }) => [change.path, items.map(({ annotation }) => annotation).sort()]);
  expect(ids(found)).toEqual(ids(recheckOf(applyPatch(sample.project, choose), [sample.context.set])));
  expect(new Set(found[0]?.items.map(({ article }) => article))).toEqual(new Set(sample.project.articles.keys()));
  expect(await recheckIn(database, [])).toEqual([]);
}, 60_000);

it('refuses to bring a tag where another tab has given it a link that is not allowed there', async () => {
  const { project: start, context, texts } = sampleProject(`One\n\n${words}`);
  const [text = ''] = texts;
  const tags = [
    ...addTag(start, { text, type: 'claim', stretches: [{ start: 14, end: 21 }] }, context),
    ...addTag(start, { text, type: 'source', stretches: [{ start: 5, end: 8 }] }, context),
  ];
  const project = applyPatch(start, tags);
  const codebook = { ...withRelation('relayed-via', (relation) => ({ ...relation, from: ['quote'] })), version: '2.0.0' };
  const { store } = await connect('recheck-race');
  await fill(store, { project, context, texts });
  await store.commit(entryFor(chooseCodebook(project, codebook)));
  const claim = project.annotations.get(tags[0]?.id ?? '');
  const bring = bringTo(claim ? [claim] : [], codebook, context);
  await store.commit(
    entryFor(link(project, { type: 'relayed-via', from: tags[0]?.id ?? '', to: tags[1]?.id ?? '' }, context), { tab: 'two' }),
  );
  await expect(store.commit(entryFor(bring))).rejects.toMatchObject({ reason: 'linked' });
});
