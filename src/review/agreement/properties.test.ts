import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, seed } from '../../testing/test-length.ts';
import { caseMeasures } from './cases.ts';

const runs = { seed, numRuns: count(100, 3_000) };

function measured(measure: string, input: unknown) {
  const known = caseMeasures[measure];
  if (!known) throw new Error(measure);
  const result = known.measure(known.input.parse(input));
  if (result.value === null) expect(result.reason).toMatch(/\w/u);
  return result.value !== null && typeof result.value === 'object' ? result.value.f1 : result.value;
}

function expectSame(one: number | null, other: number | null): void {
  if (one === null || other === null) expect(other).toBe(one);
  else expect(other).toBeCloseTo(one, 9);
}

const codings = ['percentage', 'bennett-s', 'scott-pi', 'cohen-kappa', 'fleiss-kappa', 'gwet-ac1'];
const alphas = ['nominal', 'ordinal', 'interval', 'ratio'].map((metric) => `krippendorff-alpha-${metric}`);
const twoOnly = ['bennett-s', 'scott-pi', 'cohen-kappa'];
const rowsOf = (coders: number, missing: boolean) =>
  fc.array(
    fc.array(missing ? fc.option(fc.integer({ min: 1, max: 4 })) : fc.integer({ min: 1, max: 4 }), {
      minLength: coders,
      maxLength: coders,
    }),
    { maxLength: 12 },
  );
const asRows = (values: readonly (readonly (number | null)[])[]) => ({ rows: values.map((row) => ({ values: row })) });

describe.each([...codings, ...alphas])('%s', (measure) => {
  const coders = twoOnly.includes(measure) ? fc.constant(2) : fc.integer({ min: 2, max: 4 });
  const drawn = coders.chain((number) => rowsOf(number, measure !== 'fleiss-kappa'));

  it('is the same for coders and units in another order', () => {
    fc.assert(
      fc.property(drawn, (values) => {
        const value = measured(measure, asRows(values));
        expectSame(value, measured(measure, asRows(values.map((row) => [...row].reverse()))));
        expectSame(value, measured(measure, asRows([...values].reverse())));
      }),
      runs,
    );
  });

  it('is 1 where all say the same, undefined where there is nothing or one value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }), (codes) => {
        const value = measured(measure, asRows(codes.map((code) => [code, code])));
        const kinds = new Set(codes).size;
        if (kinds === 0) expect(value).toBeNull();
        // The share of agreement takes nothing off for chance, and says so.
        else if (kinds === 1) expect(value).toBe(measure === 'percentage' ? 1 : null);
        else expect(value).toBe(1);
      }),
      runs,
    );
  });

  it('is never 1 where one pair is apart', () => {
    fc.assert(
      fc.property(drawn, coders, (values, number) => {
        const apart = Array.from({ length: number }, (_, coder) => (coder === 0 ? 1 : 2));
        const same = values.filter((row) => row.length === number);
        expect(measured(measure, asRows([...same, apart]))).not.toBe(1);
      }),
      runs,
    );
  });
});

const length = 40;
const categories = fc.constantFrom('a', 'b', 'c');
/** Units of a coder that do not overlap: between every two cuts there is one, or a gap. */
const line = fc
  .uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 10 })
  .chain((cuts) =>
    fc
      .array(fc.option(categories), { minLength: cuts.length, maxLength: cuts.length })
      .map((kinds) => ({ cuts: cuts.sort((a, b) => a - b), kinds })),
  )
  .map(({ cuts, kinds }) =>
    cuts.slice(1).flatMap((end, index) => {
      const category = kinds[index] ?? null;
      return category === null ? [] : [{ start: cuts[index] ?? 0, end, category }];
    }),
  );
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;
const united = (lines: readonly Line[], category = 'a') => ({
  ...{ begin: 0, length, coders: lines.length, category },
  units: lines.flatMap((units, coder) => units.map((unit) => ({ ...unit, coder }))),
});
const aligned = (lines: readonly Line[]) => ({
  ...{ alpha: 3, beta: 1, deltaEmpty: 1 },
  units: united(lines).units.map(({ coder, ...unit }) => ({ ...unit, coder: `coder ${coder}` })),
});
const unitizings = ['alpha-u', 'alpha-u-category', 'u-alpha', 'bar-u-alpha', 'cu-alpha', 'ku-alpha'];

describe.each([...unitizings, 'gamma-best-alignment-disorder'])('%s', (measure) => {
  const disorder = measure === 'gamma-best-alignment-disorder';
  const inputOf = (lines: readonly Line[]) => (disorder ? aligned(lines) : united(lines));
  const best = disorder ? 0 : 1;
  const drawn = fc.array(line, { minLength: 2, maxLength: 3 });

  it('is the same for coders and units in another order', () => {
    fc.assert(
      fc.property(drawn, (lines) => {
        const input = inputOf(lines);
        const value = measured(measure, input);
        expectSame(value, measured(measure, inputOf([...lines].reverse())));
        expectSame(value, measured(measure, { ...input, units: [...input.units].reverse() }));
      }),
      runs,
    );
  });

  it('is best where all mark the same, or undefined', () => {
    fc.assert(
      fc.property(line, (units) => {
        const value = measured(measure, inputOf([units, units]));
        if (units.length === 0) expect(value).toBeNull();
        else if (value !== null) expect(value).toBeCloseTo(best, 9);
      }),
      runs,
    );
  });

  it('is never best where the work is disjoint', () => {
    fc.assert(
      fc.property(line, (units) => {
        // What one has marked the other has not, and the other way round.
        const mine = units.filter((_, index) => index % 2 === 0);
        const theirs = units.filter((_, index) => index % 2 === 1);
        const value = measured(measure, inputOf([mine, theirs]));
        if (value !== null) expect(disorder ? value > 0 : value < 1 - 1e-9).toBe(true);
      }),
      runs,
    );
  });
});

const span = fc.record({ start: fc.integer({ min: 0, max: 30 }), size: fc.integer({ min: 1, max: 9 }), label: categories });
const spans = fc.array(span, { maxLength: 8 }).map((list) => list.map(({ start, size, label }) => ({ start, end: start + size, label })));

describe.each(['strict', 'exact', 'partial', 'type'].map((scheme) => `span-f1-${scheme}`))(
  '%s, nested and crossing spans among them',
  (measure) => {
    it('is symmetric and does not depend on order', () => {
      fc.assert(
        fc.property(spans, spans, (gold, pred) => {
          const value = measured(measure, { gold, pred });
          expectSame(value, measured(measure, { gold: pred, pred: gold }));
          expectSame(value, measured(measure, { gold: [...gold].reverse(), pred }));
        }),
        runs,
      );
    });

    it('is 1 for the same spans, 0 for disjoint ones, undefined for none', () => {
      fc.assert(
        fc.property(spans, (list) => {
          const far = list.map(({ start, end, label }) => ({ start: start + 100, end: end + 100, label }));
          expect(measured(measure, { gold: list, pred: list })).toBe(list.length === 0 ? null : 1);
          expect(measured(measure, { gold: list, pred: far })).toBe(list.length === 0 ? null : 0);
        }),
        runs,
      );
    });
  },
);

const bits = fc.array(fc.boolean(), { minLength: 2, maxLength: 20 });

describe('segmentations', () => {
  const massesOf = (marks: readonly boolean[]) => {
    const ends = [...marks.flatMap((is, at) => (is ? [at + 1] : [])), marks.length + 1];
    return ends.map((end, index) => end - (ends[index - 1] ?? 0));
  };
  const textOf = (marks: readonly boolean[]) => marks.map((is) => (is ? '1' : '0')).join('');

  it('boundary-similarity is symmetric, 1 for the same, undefined without boundaries', () => {
    fc.assert(
      fc.property(bits, fc.infiniteStream(fc.boolean()), fc.integer({ min: 1, max: 4 }), (marks, others, nt) => {
        const [a, b] = [massesOf(marks), massesOf(marks.map(() => others.next().value))];
        expectSame(measured('boundary-similarity', { a, b, nt }), measured('boundary-similarity', { a: b, b: a, nt }));
        expect(measured('boundary-similarity', { a, b: a, nt })).toBe(marks.includes(true) ? 1 : null);
        if (a.join() !== b.join()) expect(measured('boundary-similarity', { a, b, nt })).not.toBe(1);
      }),
      runs,
    );
  });

  it('windowdiff is symmetric, 0 for the same', () => {
    fc.assert(
      fc.property(bits, fc.infiniteStream(fc.boolean()), fc.integer({ min: 1, max: 3 }), (marks, others, k) => {
        const [a, b] = [textOf(marks), textOf(marks.map(() => others.next().value))];
        expectSame(measured('windowdiff', { a, b, k }), measured('windowdiff', { a: b, b: a, k }));
        if (k <= a.length) expect(measured('windowdiff', { a, b: a, k })).toBe(0);
      }),
      runs,
    );
  });
});

describe('gamma', () => {
  it('is the same for the same seed and for units in another order, and stays below 1 where work is disjoint', () => {
    fc.assert(
      fc.property(line, line, (one, other) => {
        const input = { ...aligned([one, other]), samples: 3, seed: 7 };
        const value = measured('gamma', input);
        expectSame(value, measured('gamma', { ...input, units: [...input.units].reverse() }));
        if (value !== null && JSON.stringify(one) !== JSON.stringify(other)) expect(value).toBeLessThan(1);
      }),
      { ...runs, numRuns: count(30, 300) },
    );
  });
});
