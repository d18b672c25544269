import { agreementMessages } from '../../messages/agreement.ts';
import { wholeCoincidences } from './coincidences.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';
import { problemIn, type Unitizing } from './unitizing.ts';

/** Agreement on units and gaps, edges and categories at once (Krippendorff, Mathet, Bouvry & Widlöcher 2016, "On the reliability of unitizing textual continua", equation 5a). */
export function uAlpha(unitizing: Unitizing): Measured {
  const problem = problemIn(unitizing, 'coder');
  if (problem !== null) return undefinedBecause(problem);
  const { observed, expected } = wholeCoincidences(unitizing);
  const apart = ({ total, values, of }: typeof observed) => total - values.reduce((sum, value) => sum + of(value, value), 0);
  return agreementBeyondChance(apart(observed), apart(expected), observed.total, agreementMessages.reasons.oneCategory);
}
