import { agreement, edge, isAsGood } from './agreement.ts';
import type { Alignment } from './alignment.ts';
import { hasCopyBeside, hasEditedCopy, isReplaced } from './copies.ts';
import { frameOf } from './frame.ts';
import { gapsBeside } from './gaps.ts';
import { passagesLike } from './passages.ts';
import type { TokenRange } from './place.ts';
import { endOf, type Occurrences, startOf, tokensIn } from './token-places.ts';
import type { Tokens } from './tokens.ts';
import { alike, isApart, isEqual, isOpen, type Passage, sharedPart, type View } from './view.ts';

const sentenceAt = (tokens: Tokens, start: number, length: number): TokenRange => {
  const first = Math.max(0, Math.min(tokens.count - 1, start));
  const last = Math.max(first, Math.min(tokens.count, start + length) - 1);
  const middle = (first + last) >> 1;
  return tokensIn(tokens, frameOf(tokens.folded.text, { start: startOf(tokens, middle), end: endOf(tokens, middle) }));
};

/**
 * True where the sentences of the old text, or an edited copy of them, may as well be another passage of the new text; or where those
 * of the new text may as well be another passage of the old one.
 */
export function hasRivalPassage(alignment: Alignment, passage: Passage, inOld: Occurrences, inNow: Occurrences): boolean {
  const { olds, nows, to, back } = alignment;
  const { old, now, block } = passage;
  const gaps = [...gapsBeside(alignment, passage, -1), ...gapsBeside(alignment, passage, 1)];
  const fromOld = { one: olds, other: nows, mine: old, theirs: now, partner: back, inOther: inNow, gaps: gaps.map((gap) => gap.now) };
  const fromNew = { one: nows, other: olds, mine: now, theirs: old, partner: to, inOther: inOld, gaps: gaps.map((gap) => gap.old) };
  const near = block === 0;
  const settled = near && isSettled(fromOld);
  if (hasRivalIn(fromOld, near, settled) || hasRivalIn(fromNew, near, settled) || hasTwin(fromOld, inOld)) return true;
  return (
    hasCopyBeside(fromOld, settled) ||
    hasCopyBeside(fromNew, settled) ||
    hasEditedCopy(fromOld) ||
    (!near && isReplaced(alignment, passage))
  );
}

/** The same sentences between the same words: only the very same ones could be mistaken for them. */
function isSettled({ one, other, mine, theirs }: View): boolean {
  const { left, right } = agreement(one, mine, other, theirs);
  return isEqual(one, mine, other, theirs) && left >= manyBeside && right >= manyBeside;
}

// So many words on one side do not agree by chance.
const manyBeside = 8;

/**
 * Whether another passage of the other text would do as well. `near`: the passage is in its old order, so that what stands open far from
 * it is no rival, unless the passage was edited.
 */
function hasRivalIn(view: View, near: boolean, settled: boolean): boolean {
  const { one, other, mine, theirs, inOther, gaps } = view;
  const own = agreement(one, mine, other, theirs);
  const same = isEqual(one, mine, other, theirs);
  return passagesLike(one, mine, inOther).some((start) => {
    const length = mine.end - mine.start;
    const middle = start + (length >> 1);
    // Most are ruled out, itself among them, before their sentence is looked for, which takes longest.
    if (middle >= theirs.start && middle < theirs.end) return false;
    if (sharedPart(one, mine, other, { start: start - length, end: start + 2 * length }) < alike) return false;
    const rival = sentenceAt(other, start, length);
    if (!isApart(rival, theirs) || sharedPart(one, mine, other, rival) < alike) return false;
    const its = agreement(one, mine, other, rival);
    if (isAsGood(own, its)) return true;
    if (!isOpen(view, rival)) return false;
    if (its.left >= Math.max(manyBeside, own.left / 2) || its.right >= Math.max(manyBeside, own.right / 2)) return true;
    if (settled && !isEqual(one, mine, other, rival)) return false;
    return !near || !same || gaps.some((gap) => !isApart(rival, gap));
  });
}

/**
 * Of passages that read alike, which one is it? What stands on both sides may tell. Where one of them is missing, and one that was edited
 * is new, nobody can say which of them that was.
 */
function hasTwin({ one, other, mine, theirs, inOther }: View, inOne: Occurrences): boolean {
  const [twins, left] = [inOne.ofAll(one, mine).length, inOther.ofAll(one, mine).length];
  if (twins < 2 && left < 2) return false;
  const { left: before, right: behind } = agreement(one, mine, other, theirs);
  if (before < edge || behind < edge) return true;
  return (
    left < twins &&
    passagesLike(one, mine, inOther).some((start) => {
      const rival = sentenceAt(other, start, mine.end - mine.start);
      return sharedPart(one, mine, other, rival) >= alike && inOne.ofAll(other, rival).length === 0;
    })
  );
}
