import { lengthOf, type Section, sectionsOf, shared, type Unitizing } from './unitizing.ts';

/** The name of gaps among the values of a continuum; no category has it. */
export const gap = null;

type Value = string | null;

/** Lengths by pair of values: how much of the continuum one coder gave the first value and another the second. */
interface Coincidences {
  readonly values: readonly Value[];
  of(a: Value, b: Value): number;
  /** The sum over all second values. */
  margin(a: Value): number;
  readonly total: number;
}

function coincidences(values: readonly Value[], of: (a: Value, b: Value) => number): Coincidences {
  const margins = new Map(values.map((a) => [a, values.reduce((sum, b) => sum + of(a, b), 0)]));
  const total = [...margins.values()].reduce((sum, margin) => sum + margin, 0);
  return { values, of, margin: (a) => margins.get(a) ?? 0, total };
}

function sumsOver<T>(items: readonly T[], keyOf: (item: T) => unknown, lengthOfItem: (item: T) => number): Map<unknown, number> {
  const sums = new Map<unknown, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + lengthOfItem(item));
  return sums;
}

const keyOf = (a: Value, b: Value): string => JSON.stringify([a, b]);

/** All pairs of sections of different coders. */
function meetings(sections: readonly (readonly Section[])[]): { a: Section; b: Section; length: number }[] {
  return sections.flatMap((own, coder) =>
    own.flatMap((a) =>
      sections.flatMap((others, other) =>
        other === coder ? [] : others.flatMap((b) => (shared(a, b) > 0 ? [{ a, b, length: shared(a, b) }] : [])),
      ),
    ),
  );
}

/** What coders agreed on over the continuum, gaps included (Krippendorff et al. 2016, equation 1), and what chance would give of the same units (equation 4). */
export function wholeCoincidences(unitizing: Unitizing): { readonly observed: Coincidences; readonly expected: Coincidences } {
  const sections = sectionsOf(unitizing);
  const all = sections.flat();
  const values = [...new Set(all.map(({ category }) => category))];
  const met = sumsOver(
    meetings(sections),
    ({ a, b }) => keyOf(a.category, b.category),
    ({ length }) => length / (unitizing.coders - 1),
  );
  const observed = coincidences(values, (a, b) => met.get(keyOf(a, b)) ?? 0);
  // A unit cannot meet itself; a gap is no unit, each place of it stands alone.
  const selves = sumsOver(
    all,
    ({ category }) => category,
    (section) => (section.category === gap ? lengthOf(section) : lengthOf(section) ** 2),
  );
  const pairs = observed.total ** 2 - [...selves.values()].reduce((sum, self) => sum + self, 0);
  const expected = coincidences(values, (a, b) => {
    const self = a === b ? (selves.get(a) ?? 0) : 0;
    return pairs === 0 ? 0 : (observed.total * (observed.margin(a) * observed.margin(b) - self)) / pairs;
  });
  return { observed, expected };
}

/** The same over intersections of valued units alone, gaps left out (Krippendorff et al. 2016, equations 9 and 10). */
export function valuedCoincidences(unitizing: Unitizing): { readonly observed: Coincidences; readonly expected: Coincidences } {
  const sections = sectionsOf(unitizing);
  const valued = meetings(sections).filter(({ a, b }) => a.category !== gap && b.category !== gap);
  const values = [...new Set(valued.map(({ a }) => a.category))];
  const others = unitizing.coders - 1;
  const met = sumsOver(
    valued,
    ({ a, b }) => keyOf(a.category, b.category),
    ({ length }) => length / others,
  );
  const observed = coincidences(values, (a, b) => met.get(keyOf(a, b)) ?? 0);
  const selves = sumsOver(
    selfMeetings(sections),
    ({ category }) => category,
    ({ length }) => length ** 2 / others,
  );
  const self = [...selves.values()].reduce((sum, length) => sum + length, 0);
  const chances = observed.total - self / observed.total;
  const expected = coincidences(values, (a, b) => {
    const own = a === b ? (selves.get(a) ?? 0) : 0;
    return observed.total === 0 || chances === 0 ? 0 : (observed.margin(a) * observed.margin(b) - own) / chances;
  });
  return { observed, expected };
}

/** For each unit and each other coder, how much of the unit that coder's units cover. */
function selfMeetings(sections: readonly (readonly Section[])[]): { category: Value; length: number }[] {
  return sections.flatMap((own, coder) =>
    own.flatMap((unit) =>
      sections.flatMap((others, other) => {
        if (other === coder || unit.category === gap) return [];
        return [{ category: unit.category, length: others.reduce((sum, b) => sum + (b.category === gap ? 0 : shared(unit, b)), 0) }];
      }),
    ),
  );
}
