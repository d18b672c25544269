import type { Pairing } from './alignment.ts';
import type { Difference } from './anchored.ts';
import { at } from './at.ts';
import { numberDifference, polarityDifference } from './differences.ts';
import { isSame } from './pairs.ts';
import type { TokenRange } from './place.ts';
import { foldedIn, isWord } from './token-places.ts';

// Fewer tokens name somebody; they stay a name beside another number.
const leastStatement = 4;

/** Tokens, and the sentences they stand in. */
interface InSentences {
  readonly around: TokenRange;
  readonly range: TokenRange;
}

/** What denies, doubts or makes conditional on only one side of the two, before or behind the tokens; numbers too, for a statement. */
export function meaningDifferences({ olds, nows }: Pairing, old: InSentences, now: InSentences): Difference[] {
  const sides = [
    [foldedIn(olds, { start: old.around.start, end: old.range.start }), foldedIn(nows, { start: now.around.start, end: now.range.start })],
    [foldedIn(olds, { start: old.range.end, end: old.around.end }), foldedIn(nows, { start: now.range.end, end: now.around.end })],
  ] as const;
  const isName = old.range.end - old.range.start < leastStatement;
  return sides
    .flatMap(([from, to]) => [polarityDifference(from, to), isName ? null : numberDifference(from, to)])
    .filter((difference) => difference !== null);
}

// Farther off it is no part of the same sentences.
const nearby = 80;
// So many words behind a sentence may have been added to it, full stop or not.
const mostAdded = 3;

/**
 * A range of the new text, with what the tokens of the old one's range stand for near it (a sentence may end elsewhere in one of them)
 * and what was added right behind it without beginning a sentence.
 */
export function covering({ olds, nows, to, back }: Pairing, old: TokenRange, { start, end }: TokenRange): TokenRange {
  let [first, last] = [start, end];
  for (let token = old.start; token < old.end; token += 1) {
    const now = at(to, token);
    if (now < start - nearby || now >= end + nearby || now < 0 || !isSame(olds, token, nows, now)) continue;
    first = Math.min(first, now);
    last = Math.max(last, now + 1);
  }
  const isAdded = (token: number) => token < nows.count && at(back, token) < 0 && isWord(nows, token);
  const goesOn = isAdded(last) && /^\p{Ll}/u.test(foldedIn(nows, { start: last, end: last + 1 }));
  for (const most = last + mostAdded; goesOn && last < most && isAdded(last); ) last += 1;
  return { start: first, end: last };
}
