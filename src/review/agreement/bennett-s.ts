import { agreementMessages } from '../../messages/agreement.ts';
import { type CodedUnit, codedByTwo, observedAgreement, totalsOf } from './coding.ts';
import { agreementBeyondChance, type Measured } from './measured.ts';

/** S of two coders: by chance each of the k values that occur is as likely, 1/k (Bennett, Alpert & Goldstein 1954; Artstein & Poesio 2008, equation 2). */
export function bennettS(rows: readonly CodedUnit[]): Measured {
  const coded = codedByTwo(rows);
  if ('reason' in coded) return coded;
  const byChance = 1 / totalsOf(coded.units).size;
  return agreementBeyondChance(1 - observedAgreement(coded.units), 1 - byChance, 1, agreementMessages.reasons.oneCategory);
}
