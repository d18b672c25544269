import type { Alignment } from './alignment.ts';
import { at } from './at.ts';
import { isSame } from './pairs.ts';
import type { TokenRange } from './place.ts';

/** What stands between two tokens that have stayed, in both texts. */
interface Gap {
  readonly old: TokenRange;
  readonly now: TokenRange;
}

// Farther off nothing was put beside a passage.
const farthestGap = 120;

/** The gaps near a passage on one side: what stands there in one text only may be the passage, and the passage a copy. */
export function gapsBeside(alignment: Alignment, { old, now }: Gap, step: -1 | 1): Gap[] {
  const { to, olds, nows } = alignment;
  const gaps: Gap[] = [];
  let last = step < 0 ? old.start : old.end - 1;
  // The sentence of the new text may begin before what stands for that of the old one: then that is beside it.
  let partner = at(to, last) >= 0 ? at(to, last) : step < 0 ? now.start : now.end - 1;
  for (let walked = 0; walked < farthestGap && last >= 0 && last < olds.count; walked += 1) {
    let token = last + step;
    while (token >= 0 && token < olds.count && ((at(to, token) - partner) * step <= 0 || !isSolid(alignment, token))) token += step;
    const other = token < 0 ? -1 : token >= olds.count ? nows.count : at(to, token);
    if (Math.abs(token - last) > 1 || Math.abs(other - partner) > 1) gaps.push({ old: inside(last, token), now: inside(partner, other) });
    [last, partner] = [token, other];
  }
  return gaps;
}

// Fewer tokens side by side may have met by chance.
const solid = 3;

/** The token is one of several that stand side by side in both texts, spelled alike. */
export function isSolid({ to, olds, nows }: Alignment, token: number): boolean {
  const shift = at(to, token) - token;
  const stands = (other: number) => at(to, other) - other === shift && at(to, other) >= 0 && isSame(olds, other, nows, other + shift);
  if (!stands(token)) return false;
  let length = 1;
  for (let other = token - 1; length < solid && stands(other); other -= 1) length += 1;
  for (let other = token + 1; length < solid && stands(other); other += 1) length += 1;
  return length >= solid;
}

const inside = (one: number, other: number): TokenRange => ({ start: Math.min(one, other) + 1, end: Math.max(one, other) });
