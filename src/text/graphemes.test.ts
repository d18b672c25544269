import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, seed } from '../testing/test-length.ts';
import { graphemeAfter, graphemeBefore, isGraphemeBoundary, snapToGraphemes } from './graphemes.ts';

const pieces = ['a', ' ', '👩‍👩‍👧‍👦', '🇺🇦', '👍🏽', 'e\u0301', '\u0301', '\r\n', '\n', '한', '각', 'क्षि', 'ש', '\u200d', '𝒳', '\ufe0f'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

/** The slow and sure way: the whole text cut by the platform. */
const edgesOf = (content: string) =>
  new Set([...new Intl.Segmenter('en').segment(content)].map(({ index }) => index).concat(content.length));

describe('edges of grapheme clusters', () => {
  it('are those of a segmentation of the whole text', () => {
    fc.assert(
      fc.property(text, (content) => {
        const edges = edgesOf(content);
        for (let offset = 0; offset <= content.length; offset += 1) expect(isGraphemeBoundary(content, offset)).toBe(edges.has(offset));
      }),
      { seed, numRuns: count(500, 5_000) },
    );
  });

  it('snapped to, a stretch grows to whole clusters and no further', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (content, from, size) => {
        fc.pre(content.length > 0);
        const start = from % content.length;
        const end = Math.min(content.length, start + 1 + (size % 5));
        const edges = [...edgesOf(content)].sort((a, b) => a - b);
        expect(snapToGraphemes(content, { start, end })).toEqual({
          start: edges.findLast((edge) => edge <= start),
          end: edges.find((edge) => edge >= end),
        });
      }),
      { seed, numRuns: count(500, 5_000) },
    );
  });

  it('stepped over forwards and back meet the same places', () => {
    fc.assert(
      fc.property(text, (content) => {
        const forwards = [0];
        while ((forwards.at(-1) ?? 0) < content.length) forwards.push(graphemeAfter(content, forwards.at(-1) ?? 0));
        const backwards = [content.length];
        while ((backwards[0] ?? 0) > 0) backwards.unshift(graphemeBefore(content, backwards[0] ?? 0));
        expect(forwards).toEqual(backwards);
      }),
      { seed, numRuns: count(300, 3_000) },
    );
  });
});
