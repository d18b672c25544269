import { agreementMessages } from '../../messages/agreement.ts';
import { type CodedUnit, observedAgreement, pairableUnits } from './coding.ts';
import { type Measured, undefinedBecause } from './measured.ts';

/** Observed agreement, from 0 to 1: the share of agreeing pairs of coders (Artstein & Poesio 2008, section 2.1; for more than two coders Fleiss 1971, equation 3). Nothing is taken off for chance. */
export function percentage(rows: readonly CodedUnit[]): Measured {
  const units = pairableUnits(rows);
  return units.length === 0 ? undefinedBecause(agreementMessages.reasons.noPairs) : { value: observedAgreement(units) };
}
