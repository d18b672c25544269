import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseArticle } from '../text/article.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Stretch } from '../text/stretch.ts';
import { anchorAnnotations } from './anchor-annotations.ts';
import { anchorSelectors } from './anchor-selectors.ts';
import { segmentsAt } from './describe.ts';

const text = readFileSync('public/seeds/000_bb9609fc8471e115.txt', 'utf8');
const paragraphs = parseArticle(text).zones.filter(({ kind }) => kind === 'paragraph');

/** Every sentence, and every run of three words of it. */
const tags: readonly Stretch[] = paragraphs.flatMap((paragraph) =>
  sentencesIn(text, paragraph, 'en').flatMap((sentence) => {
    const words = [...text.slice(sentence.start, sentence.end).matchAll(/\p{L}+ \p{L}+ \p{L}+/gu)];
    return [sentence, ...words.map(({ 0: run, index }) => ({ start: sentence.start + index, end: sentence.start + index + run.length }))];
  }),
);

it('keeps every tag where a paragraph is put before the fifth', () => {
  const fifth = paragraphs[4]?.start ?? 0;
  const added = 'Nobody in the hall asked what the apartments had cost.\n\n';
  const edited = text.slice(0, fifth) + added + text.slice(fifth);
  const shifted = tags.map(({ start, end }) => {
    const by = start < fifth ? 0 : added.length;
    return { status: by === 0 ? 'unchanged' : 'moved', start: start + by, end: end + by };
  });
  expect(tags.length).toBeGreaterThan(60);
  expect(anchorAnnotations(text, edited, tags).map(({ score: _, changed: __, ...place }) => place)).toEqual(shifted);
});

it('lets the claim wait whose number was corrected', () => {
  const edited = text.replace('2,000', '3,000');
  const at = text.indexOf('2,000');
  const claim = tags.filter(({ start, end }) => start <= at && end > at);
  const changed = [{ kind: 'number', from: '2,000', to: '3,000' }];
  expect(claim.length).toBeGreaterThan(0);
  for (const found of [...anchorAnnotations(text, edited, claim), ...anchorSelectors(edited, segmentsAt(text, claim))])
    expect(found).toMatchObject({ status: 'changed', changed });
});
