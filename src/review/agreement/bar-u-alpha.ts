import { agreementMessages } from '../../messages/agreement.ts';
import { gap, wholeCoincidences } from './coincidences.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';
import { problemIn, type Unitizing } from './unitizing.ts';

/** Agreement on what is marked at all, whatever its category (Krippendorff et al. 2016, equation 6). */
export function barUAlpha(unitizing: Unitizing): Measured {
  const { reasons } = agreementMessages;
  const problem = problemIn(unitizing, 'coder');
  if (problem !== null) return undefinedBecause(problem);
  const { observed, expected } = wholeCoincidences(unitizing);
  if (observed.margin(gap) === 0) return undefinedBecause(reasons.noGaps);
  const apart = ({ margin, of }: typeof observed) => margin(gap) - of(gap, gap);
  return agreementBeyondChance(apart(observed), apart(expected), observed.total, reasons.oneCategory);
}
