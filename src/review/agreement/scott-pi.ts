import { agreementMessages } from '../../messages/agreement.ts';
import { type CodedUnit, codedByTwo, observedAgreement, totalOf, totalsOf } from './coding.ts';
import { agreementBeyondChance, type Measured } from './measured.ts';

/** Pi of two coders: by chance both draw from what they gave together (Scott 1955; Artstein & Poesio 2008, equation 3). */
export function scottPi(rows: readonly CodedUnit[]): Measured {
  const coded = codedByTwo(rows);
  if ('reason' in coded) return coded;
  const given = 2 * totalOf(coded.units);
  const byChance = [...totalsOf(coded.units).values()].reduce((sum, count) => sum + (count / given) ** 2, 0);
  return agreementBeyondChance(1 - observedAgreement(coded.units), 1 - byChance, 1, agreementMessages.reasons.oneCategory);
}
