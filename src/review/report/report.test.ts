import { describe, expect, it } from 'vitest';
import { generatedTexts } from '../../testing/compared-texts.ts';
import { seed } from '../../testing/test-length.ts';
import { nominal, ordinal } from '../agreement/alpha-metrics.ts';
import { cohenKappa } from '../agreement/cohen-kappa.ts';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha.ts';
import { alignAll } from '../align/groups.ts';
import type { Compared, ComparedSet } from '../compared.ts';
import type { Figure } from './figures.ts';
import { agreementReport } from './report.ts';

const draws = { draws: 50, seed: 3 };
const compared = generatedTexts(40, seed);
const report = agreementReport(compared, draws);

const tagsOf = (set: ComparedSet | undefined) => [...(set?.annotations.values() ?? [])].flat();
const placeOf = ({ text, type, segments }: ReturnType<typeof tagsOf>[number]) =>
  `${text} ${type} ${segments.map(({ start, end }) => `${start}–${end}`).join('+')}`;

/** A set once more, under other ids. */
function copyOf(set: ComparedSet, id: string): ComparedSet {
  const annotations = new Map([...set.annotations].map(([text, tags]) => [text, tags.map((tag) => ({ ...tag, id: `${tag.id} ${id}` }))]));
  const relations = set.relations.map((link) => ({ ...link, from: `${link.from} ${id}`, to: `${link.to} ${id}` }));
  return { set: { ...set.set, id }, annotations, relations };
}

function withSets(...sets: readonly (ComparedSet | undefined)[]): Compared {
  return { ...compared, sets: sets.flatMap((set) => set ?? []) };
}

const [one, other] = compared.sets;

/** All figures in a report. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'value' in value ? [value as Figure] : [];
  return [...own, ...Object.values(value).flatMap(figuresIn)];
}

describe('the agreement report', () => {
  it('counts as found what both have on the same words, twins as often as both have them', () => {
    const counts = (set: ComparedSet | undefined, type: string) => {
      const found = new Map<string, number>();
      for (const tag of tagsOf(set)) if (type === 'all' || tag.type === type) found.set(placeOf(tag), (found.get(placeOf(tag)) ?? 0) + 1);
      return found;
    };
    for (const { type, pairs } of report.found.filter(({ level }) => level === 'exact')) {
      const [ours, theirs] = [counts(one, type), counts(other, type)];
      const both = [...ours].reduce((sum, [place, count]) => sum + Math.min(count, theirs.get(place) ?? 0), 0);
      const [all, others] = [ours, theirs].map((found) => [...found.values()].reduce((sum, count) => sum + count, 0));
      expect(pairs).toHaveLength(1);
      expect(pairs[0]).toMatchObject({ both, onlyFirst: (all ?? 0) - both, onlySecond: (others ?? 0) - both });
      expect(pairs[0]?.f1.value).toBeCloseTo((2 * both) / ((all ?? 0) + (others ?? 0)), 12);
    }
    expect(report.found.map(({ type, level }) => `${type} ${level}`)).toHaveLength(12);
  });

  it('finds more the less exact it is asked', () => {
    for (const type of ['all', 'claim', 'quote', 'source']) {
      const [exact = 0, tidy = 0, overlap = 0] = report.found.flatMap((found) => (found.type === type ? (found.pairs[0]?.both ?? 0) : []));
      expect(exact).toBeLessThanOrEqual(tidy);
      expect(tidy).toBeLessThanOrEqual(overlap);
    }
  });

  it('measures attributes as the measures do on a list of all values', () => {
    const pairs = alignAll(compared).flatMap((aligned) => aligned.pairs);
    for (const { type, attribute, scale, n, alpha, pairs: told } of report.attributes) {
      const orders: Readonly<Record<string, string[]>> = { checkworthy: ['high', 'medium', 'low'], credibility: ['1', '2', '3', '4', '5'] };
      const rows = pairs
        .filter(({ first, second }) => first.type === type && second.type === type)
        .map(({ first, second }) => ({ values: [first, second].map((tag) => tag.attributes[attribute] ?? null) }))
        .map(({ values }) => ({
          values: values.map((value) => (value === 'not-checkable' || (attribute === 'credibility' && value === '6') ? null : value)),
        }))
        .filter(({ values }) => !values.includes(null));
      expect(n).toBe(rows.length);
      if (n < 10) expect(alpha).toEqual({ value: null, reason: expect.stringContaining(`${n} tags`) });
      else
        expect(alpha.value).toBeCloseTo(
          Number(krippendorffAlpha(rows, scale === 'ordinal' ? ordinal : nominal, orders[attribute]).value),
          9,
        );
      if (n >= 10) expect(told[0]?.kappa.value).toBeCloseTo(Number(cohenKappa(rows).value), 9);
    }
    expect(report.attributes.some(({ scale, n }) => scale === 'ordinal' && n >= 10)).toBe(true);
  });

  it('measures characters as alpha does on each of them', () => {
    for (const { type, alpha } of report.characters) {
      const rows = compared.texts.flatMap(({ text, length }) =>
        Array.from({ length }, (_, at) => ({
          values: compared.sets.map(({ annotations }) => {
            const tags = annotations.get(text)?.filter((tag) => type === 'all' || tag.type === type) ?? [];
            return tags.some(({ segments }) => segments.some(({ start, end }) => start <= at && at < end)) ? 'in' : 'out';
          }),
        })),
      );
      expect(alpha.value).toBeCloseTo(Number(krippendorffAlpha(rows, nominal).value), 9);
    }
  });

  it('is 1 throughout for a set and itself, or says why it is not', () => {
    if (!one) throw new Error('There is no set.');
    for (const { value, reason, interval } of figuresIn({ ...agreementReport(withSets(one, copyOf(one, 'x')), draws), boundaries: [] })) {
      if (value === null) expect(reason).toMatch(/\w/u);
      else expect({ value, interval: interval ?? [1, 1] }).toEqual({ value: 1, interval: [1, 1] });
    }
  });

  it('is 0 or below, never 1, where one has nothing', () => {
    if (!one) throw new Error('There is no set.');
    const nothing = { ...copyOf(one, 'x'), relations: [], annotations: new Map(compared.texts.map(({ text }) => [text, []])) };
    const values = figuresIn(agreementReport(withSets(one, nothing), draws)).flatMap(({ value }) => value ?? []);
    expect(values.length).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(0);
  });

  it('is the same from both sides', () => {
    const back = agreementReport(withSets(other, one), draws);
    expect(back.found.map(({ pairs }) => pairs[0]?.both)).toEqual(report.found.map(({ pairs }) => pairs[0]?.both));
    expect(back.found.map(({ pairs }) => pairs[0]?.onlyFirst)).toEqual(report.found.map(({ pairs }) => pairs[0]?.onlySecond));
    for (const [at, { alpha }] of back.attributes.entries())
      expect(alpha.value ?? 0).toBeCloseTo(report.attributes[at]?.alpha.value ?? 0, 9);
    const links = (told: typeof report) =>
      told.links.map(({ relation, byMention, byEntry }) => `${relation} ${byMention.both} ${byEntry.both}`);
    expect(links(back)).toEqual(links(report));
  });

  it('takes several sets by pairs, with the mean and the range', () => {
    if (!one) throw new Error('There is no set.');
    const three = agreementReport(withSets(one, other, copyOf(one, 'x')), draws);
    const [first] = three.found;
    const scores = first?.pairs.map(({ f1 }) => f1.value ?? 0) ?? [];
    expect(scores).toHaveLength(3);
    expect(scores[1]).toBe(1);
    expect(first?.mean.value).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / 3, 12);
    expect(first?.range).toEqual([Math.min(...scores), 1]);
  });

  it('gives intervals around its values, the same for the same seed, and none for fewer than ten texts', () => {
    const told = figuresIn(report).filter(({ interval }) => interval);
    expect(told.length).toBeGreaterThan(20);
    const around = told.filter(({ value, interval = [0, 0] }) => interval[0] <= (value ?? 0) && (value ?? 0) <= interval[1]);
    expect(around.length).toBeGreaterThan(0.95 * told.length);
    expect(agreementReport(compared, draws)).toEqual(report);
    expect(agreementReport(compared, { ...draws, seed: 4 })).not.toEqual(report);
    const few = agreementReport(generatedTexts(9, seed), draws);
    expect(few.header.intervals).toEqual({ reason: '9 texts are too few for intervals; they need 10.' });
    expect(figuresIn(few).some(({ interval }) => interval)).toBe(false);
  });

  it('warns where a set was made after seeing another, and ends where it is told to', () => {
    expect(report.warnings).toEqual([]);
    if (!one) throw new Error('There is no set.');
    const derived = { ...copyOf(one, 'x'), set: { ...one.set, id: 'x', basis: 'derived' as const, derivedFrom: ['a'] } };
    const { header, warnings } = agreementReport(withSets(one, derived), draws);
    expect(header.independent).toBe(false);
    expect(warnings).toEqual([expect.stringMatching(/^Not independent: x had seen another set/u)]);
    const stop = () => {
      throw new Error('enough');
    };
    expect(() => agreementReport(compared, draws, stop)).toThrow('enough');
  });
});
