import type { Id } from '../../model/records.ts';
import { differingStretches, onlyDifferIn, sameExtent, wholeOf } from '../align/extent.ts';
import type { PairOfSets } from '../align/groups.ts';
import type { Compared } from '../compared.ts';
import { type Figure, type Figures, shareOf } from './figures.ts';
import { anyType } from './found.ts';
import { agreementIn, cellsOf, type Matrix, matrixOf } from './matrix.ts';
import { idsOf, nameOf, type SetPair } from './set-pair.ts';
import { placeOf, type Tallies } from './sheet.ts';

/** How far the second set's edges lie from the first's (UTF-16 units), and how often. */
interface Shift {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** The edges of tags of a type that two sets have both. `shifts`: the most frequent first. */
export interface Boundaries {
  readonly sets: readonly [Id, Id];
  readonly type: string;
  readonly matched: number;
  readonly exact: Figure;
  readonly tidy: Figure;
  /** UTF-16 units that only one of both covers, on the average. */
  readonly units: Figure;
  readonly shifts: readonly Shift[];
}

/** The types that two sets gave the tags which both have. */
export interface Types {
  readonly sets: readonly [Id, Id];
  readonly matrix: Matrix;
  readonly agreement: Figure;
}

/** Counts edges and types of what two sets have both. */
export function tallyMatched(aligned: readonly PairOfSets[], textAt: ReadonlyMap<string, number>, tallies: Tallies): void {
  for (const { text, pairs, ...sets } of aligned) {
    const at = textAt.get(text.text) ?? 0;
    for (const { first: a, second: b } of pairs) {
      tallies.add(at, `type ${nameOf(sets)} ${a.type} ${b.type}`);
      if (a.type !== b.type) continue;
      const only = onlyDifferIn(a.segments, b.segments, text.content, text.language);
      const units = differingStretches(a.segments, b.segments).reduce((sum, { start, end }) => sum + end - start, 0);
      for (const type of [a.type, anyType]) {
        const name = `edges ${nameOf(sets)} ${type}`;
        tallies.add(at, name);
        if (sameExtent(a.segments, b.segments)) tallies.add(at, `${name} exact`);
        if (only !== null) tallies.add(at, `${name} tidy`);
        tallies.add(at, `${name} units`, units);
      }
    }
  }
}

// What is rarer tells nothing about a habit.
const mostShifts = 10;

/** The edges of every two sets, over all types and for each. */
export function reportBoundaries(
  compared: Compared,
  types: readonly string[],
  aligned: readonly PairOfSets[],
  pairs: readonly SetPair[],
  figures: Figures,
): Boundaries[] {
  return pairs.flatMap((pair) => {
    const own = aligned.filter(({ first, second }) => first === pair.first && second === pair.second);
    return [anyType, ...types].map((type): Boundaries => {
      const name = `edges ${nameOf(pair)} ${type}`;
      const [all, exact, tidy, units] = ['', ' exact', ' tidy', ' units'].map((part) => placeOf(figures.sheet, name + part));
      const share = (part: number | undefined) => figures.figure((sums) => shareOf(sums[part ?? 0] ?? 0, sums[all ?? 0] ?? 0));
      return {
        sets: idsOf(compared, pair),
        type,
        matched: figures.count(all ?? 0),
        exact: share(exact),
        tidy: share(tidy),
        units: share(units),
        shifts: shiftsOf(own, type),
      };
    });
  });
}

function shiftsOf(aligned: readonly PairOfSets[], type: string): Shift[] {
  const counts = new Map<string, Shift>();
  for (const { first: a, second: b } of aligned.flatMap(({ pairs }) => pairs)) {
    if (a.type !== b.type || (type !== anyType && a.type !== type) || sameExtent(a.segments, b.segments)) continue;
    const [one, other] = [wholeOf(a.segments), wholeOf(b.segments)];
    const [start, end] = [other.start - one.start, other.end - one.end];
    const key = `${start} ${end}`;
    counts.set(key, { start, end, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.start - b.start || a.end - b.end).slice(0, mostShifts);
}

/** The types of every two sets. */
export function reportTypes(compared: Compared, types: readonly string[], pairs: readonly SetPair[], figures: Figures): Types[] {
  return pairs.map((pair): Types => {
    const cells = cellsOf(figures, types, (a, b) => `type ${nameOf(pair)} ${a} ${b}`);
    return {
      sets: idsOf(compared, pair),
      matrix: matrixOf(figures, types, cells),
      agreement: figures.figure((sums) => {
        const { same, all } = agreementIn(cells, sums);
        return shareOf(same, all);
      }),
    };
  });
}
