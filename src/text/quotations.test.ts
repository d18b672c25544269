import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { count, seed } from '../testing/test-length.ts';
import { quotationCases } from './quotations.cases.ts';
import { quotationsIn } from './quotations.ts';

const paragraphsOf = (text: string) =>
  [...text.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
const read = (text: string) => quotationsIn(text, paragraphsOf(text));

/** How often reading the text looks at it or compares a mark. */
function steps(text: string): number {
  const spies = (['includes', 'charAt', 'slice'] as const).map((name) => vi.spyOn(String.prototype, name));
  quotationsIn(text, [{ start: 0, end: text.length }]);
  const sum = spies.reduce((all, { mock }) => all + mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return sum;
}

describe('quotations', () => {
  it.each(quotationCases.map((row) => [row.language, row.rule, row] as const))('%s: %s', (_, __, { text, outer, inner = [] }) => {
    const words = (wanted: (depth: number) => boolean) =>
      read(text)
        .filter(({ depth }) => wanted(depth))
        .map(({ start, end }) => text.slice(start, end));
    expect(words((depth) => depth === 0)).toEqual(outer);
    expect(words((depth) => depth > 0)).toEqual(inner);
  });

  it('are tried in at least 60 cases and 15 languages', () => {
    expect(quotationCases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(quotationCases.map(({ language }) => language)).size).toBeGreaterThanOrEqual(15);
  });

  it('over three paragraphs, opened anew on each and closed once, each say whether they go on', () => {
    expect(read('“One.\n\n“Two.\n\n“Three,” he said.').map(({ continues }) => continues)).toEqual([true, true, false]);
  });

  it('over paragraphs that do not repeat the mark say that it was opened earlier', () => {
    const found = read('“One.\n\nTwo.\n\nThree,” he said.');
    expect(found.map(({ opened, continues }) => [opened, continues])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  it('inside a mark that opens nothing are not inside anything', () => {
    expect(quotationsIn('\'‘"’', [{ start: 0, end: 4 }]).map(({ depth }) => depth)).toEqual([0]);
  });

  // Were each mark compared with all before it, eight times the text would take 64 times the steps.
  it.each([
    ['marks that are never closed', '„a ’ '],
    ['apostrophes', "a' 'b "],
    ['ordinary sentences', '“We go,” she said. '],
  ])('take steps in proportion to the text: %s', (_, unit) => {
    expect(steps(unit.repeat(1_600)) / steps(unit.repeat(200))).toBeLessThan(9);
  });

  const anyText = fc
    .array(
      fc.constantFrom(
        '"',
        '“',
        '”',
        '‘',
        '’',
        "'",
        '«',
        '»',
        '„',
        '「',
        '」',
        "''",
        ',,',
        'word ',
        's',
        '12',
        ', ',
        '.',
        '好',
        'ה',
        '\n\n',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('of any text lie in it, in order, each within one paragraph, the inner ones inside', () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const found = read(content);
        found.forEach(({ start, end, depth }, index) => {
          expect(0 <= start && start < end && end <= content.length).toBe(true);
          expect(content.slice(start, end)).not.toContain('\n');
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.start ?? 0);
          const around = found.slice(0, index).filter((other) => other.start <= start && end <= other.end);
          expect(around.length).toBe(depth);
          expect(found.slice(0, index).every((other) => other.end <= start || end <= other.end)).toBe(true);
        });
      }),
      { seed, numRuns: count(500, 5_000), examples: [['"„"12.""'], ['«a „b «c» d“ e']] },
    );
  });
});
