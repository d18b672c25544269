import { agreement } from './agreement.ts';
import type { Alignment } from './alignment.ts';
import { at } from './at.ts';
import { isSolid } from './gaps.ts';
import { passagesLike } from './passages.ts';
import type { TokenRange } from './place.ts';
import { isWord } from './token-places.ts';
import { alike, isApart, isOpen, type Passage, sharedPart, type View } from './view.ts';

// Around a passage, so many tokens are its surroundings; so many of them in a row do not come back by chance.
const surroundings = 60;
const repeated = 6;
const repeatedSettled = 8;
// More of a gap is not compared.
const widestGap = 400;

/** Whether a gap in the other text repeats some of what the one has around the passage: then a copy was put beside it. */
export const hasCopyBeside = (view: View, settled: boolean): boolean =>
  view.gaps.some((gap) => isRepeated(view, gap, settled ? repeatedSettled : repeated));

function isRepeated(view: View, gap: TokenRange, least: number): boolean {
  const { one, other, mine } = view;
  const [start, end] = [Math.max(0, mine.start - surroundings), Math.min(one.count, mine.end + surroundings)];
  for (let token = Math.max(gap.start, gap.end - widestGap); token + least <= gap.end; token += 1) {
    if (!isOpen(view, { start: token, end: token + least })) continue;
    for (let place = start; place + least <= end; place += 1) {
      let length = 0;
      while (length < least && other.id[token + length] === one.id[place + length]) length += 1;
      if (length === least) return true;
    }
  }
  return false;
}

// With so many words the same all around, the passage is no copy.
const mostCopied = 120;

/** Whether all that is the same around the passage stands elsewhere too, edited: then it may be what was copied, and the passage the copy. */
export function hasEditedCopy(view: View): boolean {
  const { one, other, mine, theirs, inOther } = view;
  const { left, right } = agreement(one, mine, other, theirs);
  const run = { start: Math.max(0, mine.start - left), end: Math.min(one.count, mine.end + right) };
  const length = run.end - run.start;
  if (length > mostCopied) return false;
  const own = { start: theirs.start - left, end: theirs.end + right };
  return passagesLike(one, run, inOther).some((start) => {
    const copy = { start: Math.max(0, start), end: Math.min(other.count, start + length) };
    return isApart(copy, own) && isOpen(view, copy) && sharedPart(one, run, other, copy) >= alike;
  });
}

/** Whether something new stands where the passage was before it moved: it may be the passage itself, rewritten, and what moved a copy. */
export function isReplaced(alignment: Alignment, { old, now }: Passage): boolean {
  const { olds, nows, to, back, block } = alignment;
  const isFixed = (token: number) => at(block, token) === 0 && isSolid(alignment, token);
  let [before, behind] = [old.start - 1, old.end];
  while (before >= 0 && !isFixed(before)) before -= 1;
  while (behind < olds.count && !isFixed(behind)) behind += 1;
  const [start, end] = [at(to, before) + 1, behind < olds.count ? at(to, behind) : nows.count];
  for (let token = start; token < end; token += 1) {
    if (at(back, token) < 0 && isWord(nows, token) && (token < now.start || token >= now.end)) return true;
  }
  return false;
}
