import { agreementMessages } from '../../messages/agreement.ts';
import { type Measured, undefinedBecause } from './measured.ts';

/** WindowDiff of two boundary strings ("1" where a segment ends): the share of windows of `k` places with another number of boundaries, 0 for the same segmentation (Pevzner & Hearst 2002, section 4, over all windows that fit whole). */
export function windowDiff(a: string, b: string, k: number): Measured {
  const { reasons } = agreementMessages;
  if (a.length !== b.length) return undefinedBecause(reasons.unequalLengths);
  if (a.length === 0) return undefinedBecause(reasons.empty);
  if (k > a.length) return undefinedBecause(reasons.windowTooLong);
  const boundaries = (text: string, from: number) => text.slice(from, from + k).replaceAll('0', '').length;
  const windows = Array.from({ length: a.length - k + 1 }, (_, from) => boundaries(a, from) !== boundaries(b, from));
  return { value: windows.filter(Boolean).length / windows.length };
}
