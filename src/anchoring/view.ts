import { at } from './at.ts';
import { isSame } from './pairs.ts';
import type { TokenRange } from './place.ts';
import { isWord, type Occurrences } from './token-places.ts';
import type { Tokens } from './tokens.ts';

/** Sentences of both texts that stand for each other, and the block they moved with. */
export interface Passage {
  readonly old: TokenRange;
  readonly now: TokenRange;
  readonly block: number;
}

/** The passage as seen from one text: `mine` stands in `one`, `theirs` and its rivals in `other`. */
export interface View {
  readonly one: Tokens;
  readonly other: Tokens;
  readonly mine: TokenRange;
  readonly theirs: TokenRange;
  /** Where the tokens of the other text stand in the one. */
  readonly partner: Int32Array;
  readonly inOther: Occurrences;
  /** What stands near the passage in the other text only. */
  readonly gaps: readonly TokenRange[];
}

/** Less than half of the tokens have a partner that is spelled alike. */
export function isOpen({ one, other, partner }: View, { start, end }: TokenRange): boolean {
  let paired = 0;
  for (let token = start; token < end; token += 1)
    if (at(partner, token) >= 0 && isSame(other, token, one, at(partner, token))) paired += 1;
  return paired * 2 < end - start;
}

export const isApart = (one: TokenRange, other: TokenRange): boolean => one.end <= other.start || one.start >= other.end;

/** The same tokens in the same order. */
export const isEqual = (one: Tokens, mine: TokenRange, other: Tokens, theirs: TokenRange): boolean =>
  mine.end - mine.start === theirs.end - theirs.start &&
  one.id.subarray(mine.start, mine.end).every((id, index) => id === other.id[theirs.start + index]);

/** A sentence that shares less with another was not made from it. */
export const alike = 0.5;

/** How many of the different words of a range are in a range of another text, 0–1. */
export function sharedPart(one: Tokens, range: TokenRange, other: Tokens, place: TokenRange): number {
  const there = new Set(other.id.subarray(Math.max(0, place.start), place.end));
  const mine = new Set<number>();
  for (let token = range.start; token < range.end; token += 1) if (isWord(one, token)) mine.add(at(one.id, token));
  let shared = 0;
  for (const id of mine) if (there.has(id)) shared += 1;
  return shared / Math.max(1, mine.size);
}
