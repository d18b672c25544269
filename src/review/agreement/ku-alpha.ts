import { agreementMessages } from '../../messages/agreement.ts';
import { valuedCoincidences } from './coincidences.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';
import { problemIn, type Unitizing } from './unitizing.ts';

/** Agreement on one category where two coders have both marked something (Krippendorff et al. 2016, equation 13b, nominal). */
export function kuAlpha(unitizing: Unitizing, category: string): Measured {
  const { reasons } = agreementMessages;
  const problem = problemIn(unitizing, 'coder');
  if (problem !== null) return undefinedBecause(problem);
  const { observed, expected } = valuedCoincidences(unitizing);
  if (observed.margin(category) === 0) return undefinedBecause(reasons.noSuchUnits(category));
  if (observed.values.length < 2) return undefinedBecause(reasons.oneCategory);
  const apart = ({ margin, of }: typeof observed) => 1 - of(category, category) / margin(category);
  // Where units can meet nothing but what they met, chance is nothing divided by nothing, and the sums leave rounding alone.
  if (expected.margin(category) <= 1e-9 * observed.total) return undefinedBecause(reasons.noChance(category));
  return agreementBeyondChance(apart(observed), apart(expected), 1, reasons.oneCategory);
}
