import { agreementMessages } from '../../messages/agreement.ts';
import { type Code, type CodedUnit, observedAgreement, pairableUnits, totalOf } from './coding.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';

/** AC1 of any number of coders: chance is 1/(q−1) Σ π(1−π) over the q values, π being the average share of a value in a unit (Gwet 2008, equations 4 and 5 for two coders, 11 for more). */
export function gwetAc1(rows: readonly CodedUnit[]): Measured {
  const { reasons } = agreementMessages;
  const units = pairableUnits(rows);
  if (units.length === 0) return undefinedBecause(reasons.noPairs);
  const shares = new Map<Code, number>();
  for (const { codes, counts, n } of units) {
    for (const [code, count] of counts) shares.set(code, (shares.get(code) ?? 0) + (n * count) / codes.length);
  }
  if (shares.size < 2) return undefinedBecause(reasons.oneCategory);
  const total = totalOf(units);
  const spread = [...shares.values()].reduce((sum, share) => sum + (share / total) * (1 - share / total), 0);
  const byChance = spread / (shares.size - 1);
  return agreementBeyondChance(1 - observedAgreement(units), 1 - byChance, 1, reasons.oneCategory);
}
