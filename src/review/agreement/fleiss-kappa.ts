import { agreementMessages } from '../../messages/agreement.ts';
import { type CodedUnit, observedAgreement, pairableUnits, totalsOf } from './coding.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';

/** Kappa of any number of coders, each unit coded by as many (Fleiss 1971, equations 1 to 7). Undefined where values are missing. */
export function fleissKappa(rows: readonly CodedUnit[]): Measured {
  const { reasons } = agreementMessages;
  const units = pairableUnits(rows);
  if (units.length === 0) return undefinedBecause(reasons.noPairs);
  const coders = units[0]?.codes.length ?? 0;
  const complete = rows.every(({ values, n }) => n === 0 || (values.length === coders && !values.includes(null)));
  if (!complete) return undefinedBecause(reasons.unequalCoders);
  const totals = [...totalsOf(units).values()];
  const given = totals.reduce((sum, count) => sum + count, 0);
  const byChance = totals.reduce((sum, count) => sum + (count / given) ** 2, 0);
  return agreementBeyondChance(1 - observedAgreement(units), 1 - byChance, 1, reasons.oneCategory);
}
