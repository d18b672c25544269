import { isSame } from './pairs.ts';
import type { TokenRange } from './place.ts';
import type { Tokens } from './tokens.ts';

/** How many tokens agree directly before and behind two ranges. */
export interface Agreement {
  readonly left: number;
  readonly right: number;
}

/** Where both texts begin or end, nothing more can agree, and that is worth as much as a few words. */
export const edge = 4;
// More is not looked at.
const farthest = 400;

/** How far the tokens around a range of one text agree with those around a range of another. */
export function agreement(olds: Tokens, range: TokenRange, nows: Tokens, place: TokenRange): Agreement {
  const most = Math.min(range.start, place.start, farthest);
  let left = 0;
  while (left < most && isSame(olds, range.start - left - 1, nows, place.start - left - 1)) left += 1;
  if (range.start === left && place.start === left) left += edge;
  const [old, now] = [olds.count - range.end, nows.count - place.end];
  let right = 0;
  while (right < Math.min(old, now, farthest) && isSame(olds, range.end + right, nows, place.end + right)) right += 1;
  if (old === right && now === right) right += edge;
  return { left, right };
}

/** True where another place has as good a claim: nearly as much agrees around it, or clearly more on one side. */
export const isAsGood = (mine: Agreement, other: Agreement): boolean =>
  other.left >= mine.left + edge || other.right >= mine.right + edge || other.left + other.right > mine.left + mine.right - edge;
