import { agreementMessages } from '../../messages/agreement.ts';
import { valuedCoincidences } from './coincidences.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';
import { problemIn, type Unitizing } from './unitizing.ts';

/** Agreement on the categories of what two coders have both marked, whatever its edges (Krippendorff et al. 2016, equation 11, nominal). */
export function cuAlpha(unitizing: Unitizing): Measured {
  const { reasons } = agreementMessages;
  const problem = problemIn(unitizing, 'coder');
  if (problem !== null) return undefinedBecause(problem);
  const { observed, expected } = valuedCoincidences(unitizing);
  if (observed.total === 0) return undefinedBecause(reasons.noValuedOverlap);
  if (observed.values.length < 2) return undefinedBecause(reasons.oneCategory);
  const same = ({ values, of }: typeof observed) => values.reduce((sum, value) => sum + of(value, value), 0);
  return agreementBeyondChance(observed.total - same(observed), observed.total - same(expected), observed.total, reasons.oneCategory);
}
