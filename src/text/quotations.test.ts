import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, seed } from '../testing/test-length.ts';
import { quotationsIn } from './quotations.ts';

const paragraphsOf = (text: string) =>
  [...text.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));

/** The words of the outermost quotations; a blank line ends a paragraph. */
function outer(text: string): string[] {
  return quotationsIn(text, paragraphsOf(text))
    .filter(({ depth }) => depth === 0)
    .map(({ start, end }) => text.slice(start, end));
}

describe('quotations', () => {
  it.each([
    ['straight marks', 'He said "it is so" and left.', ['"it is so"']],
    ['curly marks', 'He said “it is so” and left.', ['“it is so”']],
    ['interrupted', '“We go,” she said, “today.”', ['“We go,”', '“today.”']],
    ['one inside another, curly', 'She: “He said ‘no’ twice.”', ['“He said ‘no’ twice.”']],
    ['one inside another, straight', 'She: "He said \'no\' twice."', ['"He said \'no\' twice."']],
    ['Russian', 'Он сказал: «Газета „Заря“ вышла».', ['«Газета „Заря“ вышла»']],
    ['German', 'Sie sagte: „Er rief ‚Halt‘ und ging.“', ['„Er rief ‚Halt‘ und ging.“']],
    ['Chinese', '他说：「我看了『新闻』。」', ['「我看了『新闻』。」']],
    ['apostrophes', "The boys' dog didn't bark at O'Neill's.", []],
    ['a decade', "In the '90s it was so.", []],
    ['inches', 'A 12" pipe burst.', []],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(outer(text)).toEqual(expected);
  });

  it('over three paragraphs, opened anew on each and closed once, each say whether they go on', () => {
    const text = '“One.\n\n“Two.\n\n“Three,” he said.';
    expect(outer(text)).toEqual(['“One.', '“Two.', '“Three,”']);
    expect(quotationsIn(text, paragraphsOf(text)).map(({ continues }) => continues)).toEqual([true, true, false]);
  });

  it('inside a mark that opens nothing are not inside anything', () => {
    expect(quotationsIn('\'‘"’', [{ start: 0, end: 4 }]).map(({ depth }) => depth)).toEqual([0]);
  });

  it('of any text lie in it, in order, the inner ones inside', () => {
    const text = fc
      .array(fc.constantFrom('"', '“', '”', '‘', '’', "'", '«', '»', '„', '「', '」', 'word ', ', ', '.', '\n\n'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (content) => {
        const found = quotationsIn(content, paragraphsOf(content));
        found.forEach(({ start, end, depth }, index) => {
          expect(0 <= start && start < end && end <= content.length).toBe(true);
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.start ?? 0);
          if (depth > 0) expect(found.some((other) => other.depth === depth - 1 && other.start <= start && end <= other.end)).toBe(true);
        });
      }),
      { seed, numRuns: count(500, 5_000) },
    );
  });
});
