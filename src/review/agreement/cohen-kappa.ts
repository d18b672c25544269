import { agreementMessages } from '../../messages/agreement.ts';
import { type CodedUnit, codedByTwo, observedAgreement, totalOf } from './coding.ts';
import { agreementBeyondChance, type Measured } from './measured.ts';

/** Kappa of two coders: by chance each draws from what they gave themselves (Cohen 1960, equation 1; Artstein & Poesio 2008, equation 4). */
export function cohenKappa(rows: readonly CodedUnit[]): Measured {
  const coded = codedByTwo(rows);
  if ('reason' in coded) return coded;
  const { units, first, second } = coded;
  const byChance = [...first].reduce((sum, [code, count]) => sum + count * (second.get(code) ?? 0), 0) / totalOf(units) ** 2;
  return agreementBeyondChance(1 - observedAgreement(units), 1 - byChance, 1, agreementMessages.reasons.oneCategory);
}
