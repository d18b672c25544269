import { type Agreement, agreement, edge, isAsGood } from './agreement.ts';
import type { Alignment } from './alignment.ts';
import { at } from './at.ts';
import { isSame, isSameWord } from './pairs.ts';
import { lengthOf, type Place, type TokenRange } from './place.ts';
import { edgeAt, lineEdge } from './slide.ts';
import { isWord, type Occurrences, wordsIn } from './token-places.ts';
import type { Tokens } from './tokens.ts';

// A sentence with so many words is known by itself, wherever it stands.
const longSentence = 6;

// So few words agree around the same word anywhere.
const byChance = (other: Agreement): boolean => other.left + other.right < edge;
// Of two that stand so near each other any word beside them may tell.
const nearby = 20;

/**
 * True where the same tokens stand at another place of the new text that would do as well, or where the place in the new text would do
 * as well for another occurrence in the old one.
 */
export function hasRival({ olds, nows }: Alignment, range: TokenRange, place: TokenRange, inOld: Occurrences, inNow: Occurrences): boolean {
  const mine = agreement(olds, range, nows, place);
  const isRival = (old: TokenRange, now: TokenRange, distance: number) => {
    const other = agreement(olds, old, nows, now);
    const left = mine.left === 0 && other.left > 0 && isWord(olds, old.start - 1);
    const right = mine.right === 0 && other.right > 0 && isWord(olds, old.end);
    if (distance <= nearby && (left || right)) return true;
    return !byChance(other) && isAsGood(mine, other);
  };
  const from = (start: number) => ({ start, end: start + range.end - range.start });
  return (
    inNow.ofAll(olds, range).some((start) => start !== place.start && isRival(range, from(start), Math.abs(start - place.start))) ||
    inOld.ofAll(olds, range).some((start) => start !== range.start && isRival(from(start), place, Math.abs(start - range.start)))
  );
}

/** True where the sentences around both agree so far that the words are the same, not others that sound alike. */
export function isSamePassage(alignment: Alignment, range: TokenRange, place: Place, old: TokenRange, now: TokenRange): boolean {
  const { olds, nows } = alignment;
  const shift = place.start - range.start;
  const there = { start: old.start + shift, end: old.end + shift };
  if (runsThrough(alignment, old, there) && isAlone(nows, there, now)) {
    const { left, right } = agreement(olds, old, nows, there);
    return left >= 2 || right >= 2 || isLong(olds, old);
  }
  const outside = agreement(olds, old, nows, now);
  if (place.block !== 0 || outside.left < 2 || outside.right < 2) return false;
  const inside = agreement(olds, range, nows, place);
  const beside = inside.left + inside.right > 0 || range.end - range.start > 5;
  return beside && isMostlyKept(alignment, { old, now }, isSmall(olds, range) && Math.min(inside.left, inside.right) < 2);
}

/** Nothing was added to the sentence but a line before or behind it, which need not be a part of it. */
const isAlone = (nows: Tokens, there: TokenRange, now: TokenRange): boolean =>
  (now.start >= there.start || edgeAt(nows, there.start) >= lineEdge) && (now.end <= there.end || edgeAt(nows, there.end) >= lineEdge);

// A tag this short says nothing by itself.
const fewUnits = 12;
const isSmall = (olds: Tokens, range: TokenRange): boolean => lengthOf(olds, range) < fewUnits;

const isLong = (olds: Tokens, range: TokenRange): boolean => wordsIn(olds, range) >= longSentence;

function runsThrough({ olds, nows, to }: Alignment, old: TokenRange, now: TokenRange): boolean {
  for (let token = old.start; token < old.end; token += 1) {
    const place = now.start + token - old.start;
    if (at(to, token) !== place || !isSame(olds, token, nows, place)) return false;
  }
  return true;
}

// In a shorter sentence each word that is gone matters.
const shortSentence = 10;
// So much of the old sentence must be left, and so much of the new one be old.
const leastLeft = 0.6;
const leastOld = 0.4;

/** The sentences are the same but for some words, by length; `strict`: a short one has all of its words. */
function isMostlyKept(
  { olds, nows, to }: Alignment,
  { old, now }: { readonly old: TokenRange; readonly now: TokenRange },
  strict: boolean,
): boolean {
  let [kept, lost] = [0, 0];
  for (let token = old.start; token < old.end; token += 1) {
    const place = at(to, token);
    const length = at(olds.end, token) - at(olds.start, token);
    if (place >= now.start && place < now.end && isSameWord(olds, token, nows, place)) kept += length;
    else lost += length;
  }
  if (strict && lost > 0 && old.end - old.start <= shortSentence) return false;
  return kept >= leastLeft * lengthOf(olds, old) && kept >= leastOld * lengthOf(nows, now);
}
