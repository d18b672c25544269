import { describe, expect, it } from 'vitest';
import { colleagues } from '../../testing/colleagues.ts';
import { generatedTexts } from '../../testing/compared-texts.ts';
import { seed } from '../../testing/test-length.ts';
import { alignAll } from '../align/groups.ts';
import { alignedPairs } from '../align/pairs.ts';
import type { Compared } from '../compared.ts';
import { comparedOf } from '../compared-of.ts';
import { type Alignment, alignmentOf } from './alignment.ts';
import type { Cell } from './cell.ts';
import { passagesBehind } from './passages.ts';
import { type AgreementReport, reportOf } from './report.ts';

const draws = { draws: 1, seed: 1 };

/** Three sets over the same texts. */
function three(): Compared {
  const compared = comparedOf(colleagues({ articles: 2, sets: 3, tags: 18 }));
  if ('problem' in compared) throw new Error(compared.problem);
  return compared;
}

type Counted = readonly [cell: Cell, count: number];

const levels = ['exact', 'tidy', 'overlap'] as const;
const which = ['both', 'first', 'second'] as const;

/** Every count of a report with the cell behind it. */
function cellsIn(report: AgreementReport): Counted[] {
  const { found, boundaries, types, attributes, links } = report;
  return [
    ...report.header.sets.map(({ id, tags }): Counted => [{ part: 'set', set: id }, tags]),
    ...found.flatMap(({ type, level, pairs }) =>
      pairs.flatMap(({ sets, both, onlyFirst, onlySecond }) =>
        [both, onlyFirst, onlySecond].map(
          (count, at): Counted => [{ part: 'found', sets, type, level, which: which[at] ?? 'both' }, count],
        ),
      ),
    ),
    ...boundaries.flatMap(({ sets, type, matched, exact, tidy, shifts }): Counted[] => [
      [{ part: 'edges', sets, type, edges: 'all' }, matched],
      [{ part: 'edges', sets, type, edges: 'exact' }, Math.round((exact.value ?? 0) * matched)],
      [{ part: 'edges', sets, type, edges: 'tidy' }, Math.round((tidy.value ?? 0) * matched)],
      ...shifts.map(({ start, end, count }): Counted => [{ part: 'shift', sets, type, start, end }, count]),
    ]),
    ...types.flatMap(({ sets, matrix: { values, counts } }) =>
      counts.flatMap((row, a) =>
        row.map((count, b): Counted => [{ part: 'type', sets, first: values[a] ?? '', second: values[b] ?? '' }, count]),
      ),
    ),
    ...attributes.flatMap(({ type, attribute, n, pairs }): Counted[] => [
      [{ part: 'values', type, attribute }, n],
      ...pairs.map(({ sets, n: of }): Counted => [{ part: 'values', type, attribute, of: sets }, of]),
      ...pairs.flatMap(({ sets, matrix: { values, counts } }) =>
        counts.flatMap((row, a) =>
          row.map((count, b): Counted => {
            return [{ part: 'value', sets, type, attribute, first: values[a] ?? '', second: values[b] ?? '' }, count];
          }),
        ),
      ),
    ]),
    ...links.flatMap(({ sets, relation, byMention, byEntry }) =>
      (['mention', 'entry'] as const).flatMap((way) => {
        const { both, onlyFirst, onlySecond } = way === 'mention' ? byMention : byEntry;
        return [both, onlyFirst, onlySecond].map((count, at): Counted => {
          return [{ part: 'link', sets, relation, way, which: which[at] ?? 'both' }, count];
        });
      }),
    ),
    ...report.hotSpots.map(({ differing, passages }): Counted => [{ part: 'hot', differing }, passages]),
  ];
}

/** The cells whose passages are not as many as the report says. */
function mismatches(alignment: Alignment, report: AgreementReport): Cell[] {
  return cellsIn(report).flatMap(([cell, count]) => (passagesBehind(alignment, cell, 0, 0).total === count ? [] : [cell]));
}

const passagesOf = (alignment: Alignment, cell: Cell) => passagesBehind(alignment, cell, 0, Number.POSITIVE_INFINITY).passages;

describe('the passages behind a count', () => {
  const cases: readonly (readonly [string, Compared])[] = [
    ['two sets with every kind of difference', generatedTexts(8, seed)],
    ['three sets', three()],
  ];
  for (const [name, compared] of cases) {
    it(`are as many as every count of the report says: ${name}`, () => {
      const alignment = alignmentOf(compared);
      const report = reportOf(alignment, draws, () => undefined);
      expect(cellsIn(report).filter(([, count]) => count > 0).length).toBeGreaterThan(30);
      expect(mismatches(alignment, report)).toEqual([]);
    });
  }

  it('are of the alignment of the numbers: with another one the counts do not fit', () => {
    const compared = three();
    const alignment = alignmentOf(compared);
    const report = reportOf(alignment, draws, () => undefined);
    // Takes the first pair of each text away.
    const aligned = alignAll(compared, (...sides) => alignedPairs(...sides).slice(1));
    expect(mismatches({ ...alignment, aligned }, report).length).toBeGreaterThan(10);
  });

  it('quote the words that both sets have there, of which one alone has what was counted', () => {
    const alignment = alignmentOf(three());
    const [first, second] = alignment.compared.sets.map(({ set }) => set.id);
    if (!first || !second) throw new Error('There are three sets.');
    const sets = [first, second] as const;
    for (const level of levels) {
      for (const passage of passagesOf(alignment, { part: 'found', sets, type: 'all', level, which: 'first' })) {
        const text = alignment.compared.texts.find((one) => one.text === passage.text);
        expect(passage.article).toBe(text?.article);
        expect(passage.readings.map(({ set }) => set)).toEqual(sets);
        const [own, other] = passage.readings;
        expect(own?.tag).not.toBeNull();
        expect(passage.differ).not.toEqual([]);
        expect(other?.tag === null).toBe(passage.differ.includes('missing'));
        for (const { tag } of passage.readings) if (tag) expect(text?.content?.startsWith(tag.words, tag.start)).toBe(true);
      }
    }
  });

  it('come in the order of the texts, some at a time', () => {
    const alignment = alignmentOf(three());
    const cell: Cell = { part: 'hot', differing: 1 };
    const all = passagesOf(alignment, cell);
    const places = all.map(({ text, start }) => (alignment.textAt.get(text) ?? 0) * 1e6 + start);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(all.length).toBeGreaterThan(8);
    const some = [0, 4].flatMap((from) => passagesBehind(alignment, cell, from, 4).passages);
    expect(some).toEqual(all.slice(0, 8));
    for (const { readings, differ } of all) {
      expect(readings).toHaveLength(3);
      expect(differ.length).toBeGreaterThan(0);
    }
  });

  it('of characters are the stretches that not all sets have tagged', () => {
    const alignment = alignmentOf(three());
    const { sets, texts } = alignment.compared;
    const stretches = passagesOf(alignment, { part: 'characters', type: 'claim' });
    expect(stretches.length).toBeGreaterThan(4);
    for (const { text, start, end, words } of stretches) {
      const covering = sets.filter(({ annotations }) =>
        annotations
          .get(text)
          ?.some(({ type, segments }) => type === 'claim' && segments.some((one) => one.start <= start && end <= one.end)),
      );
      expect([1, 2]).toContain(covering.length);
      expect(words).toBe(texts.find((one) => one.text === text)?.content?.slice(start, end));
    }
  });
});
