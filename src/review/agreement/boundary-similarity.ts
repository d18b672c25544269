import { agreementMessages } from '../../messages/agreement.ts';
import { type Measured, undefinedBecause } from './measured.ts';

/** B of two segmentations, each a list of segment lengths: matches, and boundaries that were moved by less than `nt` places counted by how far (Fournier 2013, "Evaluating text segmentation using boundary edit distance", equation 3, one type of boundary). */
export function boundarySimilarity(a: readonly number[], b: readonly number[], nt: number): Measured {
  const { reasons } = agreementMessages;
  const total = (masses: readonly number[]) => masses.reduce((sum, mass) => sum + mass, 0);
  if (total(a) !== total(b)) return undefinedBecause(reasons.unequalLengths);
  const [first, second] = [boundariesOf(a), boundariesOf(b)];
  if (first.length + second.length === 0) return undefinedBecause(reasons.noBoundaries);
  const onlyFirst = first.filter((at) => !second.includes(at));
  const onlySecond = second.filter((at) => !first.includes(at));
  const moved = moves(onlyFirst, onlySecond, nt);
  const matches = first.length - onlyFirst.length;
  const added = onlyFirst.length + onlySecond.length - 2 * moved.length;
  const weight = moved.reduce((sum, distance) => sum + distance / nt, 0);
  return { value: 1 - (added + weight) / (added + moved.length + matches) };
}

/** Where the segments end, without the end of the text. */
function boundariesOf(masses: readonly number[]): number[] {
  let at = 0;
  return masses.slice(0, -1).map((mass) => {
    at += mass;
    return at;
  });
}

/** The distances of boundaries that were moved: as many as can be, over as little as can be. Both lists are in order, and then no two moves have to cross. */
function moves(first: readonly number[], second: readonly number[], nt: number): number[] {
  let above: number[][] = second.concat(0).map(() => []);
  for (const from of first) {
    const row: number[][] = [[]];
    second.forEach((to, at) => {
      const distance = Math.abs(from - to);
      const paired = distance < nt ? [...(above[at] ?? []), distance] : [];
      row.push(better(better(row[at] ?? [], above[at + 1] ?? []), paired));
    });
    above = row;
  }
  return above.at(-1) ?? [];
}

function better(a: number[], b: number[]): number[] {
  const sum = (distances: readonly number[]) => distances.reduce((so, distance) => so + distance, 0);
  return b.length > a.length || (b.length === a.length && sum(b) < sum(a)) ? b : a;
}
