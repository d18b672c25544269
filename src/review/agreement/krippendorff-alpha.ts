import { agreementMessages } from '../../messages/agreement.ts';
import type { Difference, Metric } from './alpha-metrics.ts';
import { type Code, type CodedUnit, pairableUnits, totalsOf } from './coding.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';

/** Alpha of any number of coders with values missing: 1 − D_o/D_e over pairs of values within units and over all (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section E). `order` as the metric wants it. */
export function krippendorffAlpha(rows: readonly CodedUnit[], metric: Metric, order?: readonly Code[]): Measured {
  const { reasons } = agreementMessages;
  const units = pairableUnits(rows);
  if (units.length === 0) return undefinedBecause(reasons.noPairs);
  const totals = totalsOf(units);
  const difference = metric(totals, order);
  if ('reason' in difference) return undefinedBecause(difference.reason);
  const given = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const observed =
    units.reduce((sum, { codes, counts, n }) => sum + (n * disagreement(counts, difference)) / (codes.length - 1), 0) / given;
  const expected = disagreement(totals, difference) / (given * (given - 1));
  return totals.size < 2 ? undefinedBecause(reasons.oneCategory) : agreementBeyondChance(observed, expected, 0, reasons.oneCategory);
}

/** The sum of differences over all ordered pairs of values. */
function disagreement(counts: ReadonlyMap<Code, number>, difference: Difference): number {
  let sum = 0;
  for (const [a, times] of counts) for (const [b, others] of counts) sum += times * others * difference(a, b);
  return sum;
}
