import { agreementMessages } from '../../messages/agreement.ts';
import type { Metric } from './alpha-metrics.ts';
import { type Code, type CodedUnit, pairableUnits, totalsOf } from './coding.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';

/** How often one code met another within units: each ordered pair of a unit's m values counts 1/(m − 1). */
export interface Coincidence {
  readonly a: Code;
  readonly b: Code;
  readonly weight: number;
}

/** Alpha of any number of coders with values missing: 1 − D_o/D_e over pairs of values within units and over all (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section E). `order` as the metric wants it. */
export function krippendorffAlpha(rows: readonly CodedUnit[], metric: Metric, order?: readonly Code[]): Measured {
  const units = pairableUnits(rows);
  const met = units.flatMap(({ codes, counts, n }) =>
    [...counts].flatMap(([a, times]) =>
      [...counts].map(([b, others]): Coincidence => ({ a, b, weight: (n * times * (others - (a === b ? 1 : 0))) / (codes.length - 1) })),
    ),
  );
  return alphaOf(met, totalsOf(units), metric, order);
}

/** Alpha of coincidences, and of how often each code is in them. */
export function alphaOf(met: readonly Coincidence[], totals: ReadonlyMap<Code, number>, metric: Metric, order?: readonly Code[]): Measured {
  const { reasons } = agreementMessages;
  if (totals.size === 0) return undefinedBecause(reasons.noPairs);
  const difference = metric(totals, order);
  if ('reason' in difference) return undefinedBecause(difference.reason);
  if (totals.size < 2) return undefinedBecause(reasons.oneCategory);
  const given = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const observed = met.reduce((sum, { a, b, weight }) => sum + weight * difference(a, b), 0) / given;
  let expected = 0;
  for (const [a, times] of totals) for (const [b, others] of totals) expected += times * others * difference(a, b);
  return agreementBeyondChance(observed, expected / (given * (given - 1)), 0, reasons.oneCategory);
}
