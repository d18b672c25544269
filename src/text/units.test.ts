import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, seed } from '../testing/test-length.ts';
import { parseArticle } from './article.ts';
import { blocksOf } from './blocks.ts';
import { clausesIn } from './clauses.ts';
import { sentencesIn } from './sentences.ts';
import type { Stretch } from './stretch.ts';
import { wordsIn } from './words.ts';

const words = (text: string, stretches: readonly Stretch[]) => stretches.map(({ start, end }) => text.slice(start, end));
const whole = (text: string) => ({ start: 0, end: text.length });

describe('sentences', () => {
  it.each([
    ['Mr. Lee met Dr. Roe. They spoke.', ['Mr. Lee met Dr. Roe.', 'They spoke.']],
    ['The U.S. economy grew. Prices fell.', ['The U.S. economy grew.', 'Prices fell.']],
    ['"We won." He left.', ['"We won."', 'He left.']],
    ['It wishes that... its sons live. So he said.', ['It wishes that... its sons live.', 'So he said.']],
    ['It rose 2.5 percent. Then it fell.', ['It rose 2.5 percent.', 'Then it fell.']],
    ['他来了。她走了。', ['他来了。', '她走了。']],
    ['Really? Yes! Good.', ['Really?', 'Yes!', 'Good.']],
  ])('of %s', (text, expected) => {
    expect(words(text, sentencesIn(text, whole(text), 'en'))).toEqual(expected);
  });
});

it('words leave punctuation and spaces out', () => {
  const text = '"Don\'t go," Kim said.';
  expect(words(text, wordsIn(text, whole(text), 'en'))).toEqual(["Don't", 'go', 'Kim', 'said']);
});

const anyText = fc
  .array(
    fc.constantFrom('Word', ' ', '.', ',', '\n', '\r\n', '"', '“', '”', '👩‍👩‍👧', 'e\u0301', 'By ', 'Feb. 3, 2026', 'خبر', '。', '- '),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('of any text', () => {
  it.each([
    ['sentences', sentencesIn],
    ['clauses', clausesIn],
    ['words', wordsIn],
  ])('%s are in order, apart and not empty', (_, cut) => {
    fc.assert(
      fc.property(anyText, (text) => {
        cut(text, whole(text), 'en').forEach(({ start, end }, index, all) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
          expect(end).toBeLessThanOrEqual(text.length);
        });
      }),
      { seed, numRuns: count(300, 3_000) },
    );
  });

  it('zones are in order and apart, and blocks lose no unit of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { zones } = parseArticle(text);
        zones.forEach(({ start, end }, index) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(zones[index - 1]?.end ?? 0);
        });
        const blocks = blocksOf(text, zones);
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
      { seed, numRuns: count(300, 3_000) },
    );
  });
});
