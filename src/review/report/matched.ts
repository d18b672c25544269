import type { Annotation, Id } from '../../model/records.ts';
import { differingStretches, onlyDifferIn, sameExtent, wholeOf } from '../align/extent.ts';
import type { PairOfSets } from '../align/groups.ts';
import type { Compared, ComparedText } from '../compared.ts';
import { type Figure, type Figures, shareOf } from './figures.ts';
import { anyType } from './found.ts';
import { agreementIn, cellsOf, type Matrix, matrixOf } from './matrix.ts';
import { byPair, idsOf, nameOf, type SetPair } from './set-pair.ts';
import { type Counts, madeOnce, placeOf, tagsCounted } from './sheet.ts';

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
export function tallyMatched(aligned: readonly PairOfSets[], textAt: ReadonlyMap<string, number>, counts: Counts): void {
  for (const { pair, own } of byPair(aligned)) {
    const typeOf = madeOnce((a, b) => typeName(pair, a, b));
    const edgesOf = madeOnce((type, part) => edgesName(pair, type, part));
    for (const { text, pairs } of own) {
      const at = textAt.get(text.text) ?? 0;
      for (const { first: a, second: b } of pairs) {
        const both = () => tagsCounted([pair.first, a], [pair.second, b]);
        counts.add(at, typeOf(a.type, b.type), both);
        if (a.type === b.type)
          for (const [part, by] of edgesIn(a, b, text)) {
            for (const type of [a.type, anyType]) counts.add(at, edgesOf(type, part), both, by);
          }
      }
    }
  }
}

/** What is counted of the edges of two tags, and how much. */
function edgesIn(a: Annotation, b: Annotation, { content, language }: ComparedText): (readonly [part: string, by: number])[] {
  if (sameExtent(a.segments, b.segments))
    return [
      ['all', 1],
      ['exact', 1],
      ['tidy', 1],
    ];
  const units = differingStretches(a.segments, b.segments).reduce((sum, { start, end }) => sum + end - start, 0);
  const isTidy = onlyDifferIn(a.segments, b.segments, content, language) !== null;
  return [['all', 1], ['units', units], ...(isTidy ? [['tidy', 1] as const] : [])];
}

/** The name of a count of matched tags: `all`, `exact`, `tidy` or `units`. */
export const edgesName = (pair: SetPair, type: string, part: string): string => `edges ${nameOf(pair)} ${part} ${type}`;

/** The name of a count of tags to which two sets gave these types. */
export const typeName = (pair: SetPair, first: string, second: string): string => `type ${nameOf(pair)} ${first} ${second}`;

/** How far the second tag's edges lie from the first's; `null` for the same edges. */
export function shiftOf(a: Annotation, b: Annotation): Omit<Shift, 'count'> | null {
  if (sameExtent(a.segments, b.segments)) return null;
  const [one, other] = [wholeOf(a.segments), wholeOf(b.segments)];
  return { start: other.start - one.start, end: other.end - one.end };
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
      const [all, exact, tidy, units] = ['all', 'exact', 'tidy', 'units'].map((part) =>
        placeOf(figures.sheet, edgesName(pair, type, part)),
      );
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
  const shifts = new Map<string, Shift>();
  for (const { first: a, second: b } of aligned.flatMap(({ pairs }) => pairs)) {
    const shift = a.type === b.type && (type === anyType || a.type === type) ? shiftOf(a, b) : null;
    if (shift === null) continue;
    const key = `${shift.start} ${shift.end}`;
    shifts.set(key, { ...shift, count: (shifts.get(key)?.count ?? 0) + 1 });
  }
  return [...shifts.values()].sort((a, b) => b.count - a.count || a.start - b.start || a.end - b.end).slice(0, mostShifts);
}

/** The types of every two sets. */
export function reportTypes(compared: Compared, types: readonly string[], pairs: readonly SetPair[], figures: Figures): Types[] {
  return pairs.map((pair): Types => {
    const cells = cellsOf(figures, types, (a, b) => typeName(pair, a, b));
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
