import type { Id } from '../../model/records.ts';
import { onlyDifferIn, overlap, sameExtent } from '../align/extent.ts';
import type { PairOfSets } from '../align/groups.ts';
import type { Compared } from '../compared.ts';
import { type Figure, type Figures, shareOf } from './figures.ts';
import { byPair, idsOf, nameOf, type SetPair } from './set-pair.ts';
import { type Counts, type Evidence, madeOnce, placeOf, tagsCounted } from './sheet.ts';

/** What counts as found: the same edges; edges that differ in marks, leading articles and spaces alone; or at least half of the union in common. */
const levels = ['exact', 'tidy', 'overlap'] as const;

/** Every type together. */
export const anyType = 'all';

/** How much of what one set has the other has as well. Precision is of the second set's tags, recall of the first's. */
interface FoundPair {
  readonly sets: readonly [Id, Id];
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly precision: Figure;
  readonly recall: Figure;
  readonly f1: Figure;
}

/** Found tags of a type at a level; over several pairs of sets the mean of F1, and its range. */
export interface Found {
  readonly type: string;
  readonly level: (typeof levels)[number];
  readonly pairs: readonly FoundPair[];
  readonly mean: Figure;
  readonly range: readonly [number, number] | null;
}

/** Counts the tags of each two sets, and those that both have. */
export function tallyFound({ sets }: Compared, aligned: readonly PairOfSets[], textAt: ReadonlyMap<string, number>, counts: Counts): void {
  for (const { pair, own } of byPair(aligned)) {
    const name = madeOnce((key, type) => foundName(pair, key, type));
    for (const one of own) tallyText(sets, one, textAt.get(one.text.text) ?? 0, name, counts);
  }
}

function tallyText(
  sets: Compared['sets'],
  { text, first, second, pairs }: PairOfSets,
  at: number,
  name: (key: string, type: string) => string,
  counts: Counts,
): void {
  const count = (key: string, type: string, of: () => Evidence) => {
    for (const one of [type, anyType]) counts.add(at, name(key, one), of);
  };
  for (const set of [first, second]) {
    for (const tag of sets[set]?.annotations.get(text.text) ?? []) count(`of ${set}`, tag.type, () => tagsCounted([set, tag]));
  }
  for (const { first: a, second: b } of pairs) {
    if (a.type !== b.type) continue;
    const both = () => tagsCounted([first, a], [second, b]);
    const exact = sameExtent(a.segments, b.segments);
    const tidy = exact || onlyDifferIn(a.segments, b.segments, text.content, text.language) !== null;
    if (exact) count('exact', a.type, both);
    if (tidy) count('tidy', a.type, both);
    if (tidy || overlap(a.segments, b.segments) >= 0.5) count('overlap', a.type, both);
  }
}

/** The name of a count of two sets: `key` is a level, or `of` and the place of a set. */
export const foundName = (pair: SetPair, key: string, type: string): string => `found ${nameOf(pair)} ${key} ${type}`;

/** Found tags of each type at each level. */
export const reportFound = (compared: Compared, types: readonly string[], pairs: readonly SetPair[], figures: Figures): Found[] =>
  [anyType, ...types].flatMap((type) =>
    levels.map((level) => {
      const found = pairs.map((pair) => foundPair(pair, type, level, figures, idsOf(compared, pair)));
      const scores = found.flatMap(({ f1: { value } }) => value ?? []);
      const range = scores.length === 0 ? null : ([Math.min(...scores), Math.max(...scores)] as const);
      return { type, level, pairs: found, mean: meanOf(pairs, type, level, figures), range };
    }),
  );

/** The mean of F1 over those pairs of sets for which it is defined. */
function meanOf(pairs: readonly SetPair[], type: string, level: string, figures: Figures): Figure {
  const places = pairs.map((pair) => placesOf(pair, type, level, figures));
  return figures.figure((sums) => {
    const defined = places.flatMap(([both, first, second]) => shareOf(2 * at(sums, both), at(sums, first) + at(sums, second)).value ?? []);
    return shareOf(
      defined.reduce((sum, value) => sum + value, 0),
      defined.length,
    );
  });
}

const at = (sums: Float64Array, place: number): number => sums[place] ?? 0;

function placesOf(pair: SetPair, type: string, level: string, { sheet }: Figures): readonly [number, number, number] {
  const [both, first, second] = [level, `of ${pair.first}`, `of ${pair.second}`].map((key) => placeOf(sheet, foundName(pair, key, type)));
  return [both ?? 0, first ?? 0, second ?? 0];
}

function foundPair(pair: SetPair, type: string, level: string, figures: Figures, sets: readonly [Id, Id]): FoundPair {
  const [both, first, second] = placesOf(pair, type, level, figures);
  return {
    sets,
    both: figures.count(both),
    onlyFirst: figures.count(first) - figures.count(both),
    onlySecond: figures.count(second) - figures.count(both),
    precision: figures.figure((sums) => shareOf(at(sums, both), at(sums, second))),
    recall: figures.figure((sums) => shareOf(at(sums, both), at(sums, first))),
    f1: figures.figure((sums) => shareOf(2 * at(sums, both), at(sums, first) + at(sums, second))),
  };
}
