import { agreementMessages } from '../../messages/agreement.ts';
import { undefinedBecause } from './measured.ts';

/** What a coder said about a unit. The number 1 and the string "1" are two codes. */
export type Code = string | number;

/** One unit with one value for each coder, `null` where that coder said nothing; `n` such units stand for one. */
export interface CodedUnit {
  readonly values: readonly (Code | null)[];
  readonly n?: number;
}

/** A unit that at least two coders coded. */
export interface PairableUnit {
  readonly codes: readonly Code[];
  readonly counts: ReadonlyMap<Code, number>;
  readonly n: number;
}

/** The units that at least two coders coded; what only one has said cannot be compared. */
export function pairableUnits(rows: readonly CodedUnit[]): PairableUnit[] {
  return rows.flatMap(({ values, n = 1 }) => {
    const codes = values.filter((value) => value !== null);
    return codes.length < 2 || n === 0 ? [] : [{ codes, counts: countsOf(codes), n }];
  });
}

function countsOf(codes: readonly Code[]): Map<Code, number> {
  const counts = new Map<Code, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** How many units there are. */
export const totalOf = (units: readonly { readonly n: number }[]): number => units.reduce((sum, { n }) => sum + n, 0);

/** The share of agreeing pairs of coders, averaged over units (Fleiss 1971, equations 2 and 3). */
export function observedAgreement(units: readonly PairableUnit[]): number {
  const sum = units.reduce((so, { codes, counts, n }) => {
    const pairs = [...counts.values()].reduce((agreeing, count) => agreeing + count * (count - 1), 0);
    return so + (n * pairs) / (codes.length * (codes.length - 1));
  }, 0);
  return sum / totalOf(units);
}

/** How often each code was given over all units. */
export function totalsOf(units: readonly PairableUnit[]): Map<Code, number> {
  const totals = new Map<Code, number>();
  for (const { counts, n } of units) for (const [code, count] of counts) totals.set(code, (totals.get(code) ?? 0) + n * count);
  return totals;
}

/** Units coded by both of exactly two coders, and how often each coder gave each code; or why there are none. */
export function codedByTwo(rows: readonly CodedUnit[]) {
  if (rows.some(({ values }) => values.length !== 2)) return undefinedBecause(agreementMessages.reasons.twoCoders);
  const units = pairableUnits(rows);
  if (units.length === 0) return undefinedBecause(agreementMessages.reasons.noPairs);
  const ofCoder = (coder: number) => totalsOf(units.map(({ codes, n }) => ({ codes, n, counts: countsOf(codes.slice(coder, coder + 1)) })));
  return { units, first: ofCoder(0), second: ofCoder(1) };
}
