import type { Stretch } from '../text/stretch.ts';
import { agreement, isAsGood } from './agreement.ts';
import { align } from './align.ts';
import type { Alignment } from './alignment.ts';
import type { Anchored, Difference } from './anchored.ts';
import { answer, isProposal, lost, placeDoubt } from './answer.ts';
import { at } from './at.ts';
import { fold } from './folded.ts';
import { frameOf } from './frame.ts';
import { Lexicon } from './lexicon.ts';
import { meaningDifferences } from './meaning.ts';
import { isSame } from './pairs.ts';
import { edited, passagesLike } from './passages.ts';
import { type Place, placeOf, type TokenRange } from './place.ts';
import type { Segment } from './segment.ts';
import { Occurrences, startOf, tokensIn, wordsIn } from './token-places.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/**
 * Where segments of a text that is not at hand stand in another one, in the same order: found by their words, what stood around them,
 * and, between places that are alike, by their position. Less is certain than with the old text, so more is given as `changed`.
 */
export function anchorSelectors(text: string, segments: readonly Segment[]): Anchored[] {
  const finder = new Finder(text);
  return segments.map((segment) => finder.find(segment));
}

/** A segment as it is looked for: its words and what is known of those around them, as tokens. */
interface Sought {
  readonly segment: Segment;
  readonly olds: Tokens;
  /** Where the words stand in what is known (UTF-16 units). */
  readonly stretch: Stretch;
  readonly range: TokenRange;
  /** The tokens that are known whole. */
  readonly known: TokenRange;
}

/** A segment at a place: how well it and what stood around it are there. */
interface Candidate {
  readonly alignment: Alignment;
  readonly place: Place;
  /** Which token of the text is the first of those compared. */
  readonly first: number;
  /** How much of the words before and behind is there, 0–1. */
  readonly before: number;
  readonly behind: number;
  readonly worth: number;
}

// What the words, their surroundings and their position count when places are compared: those of Hypothesis' matcher.
const weights = { words: 50, before: 20, behind: 20, position: 2 };
// Places nearer than this in worth cannot be told apart.
const clear = 20;
// Beside a passage so many tokens more are compared, and a third of its length: it may have grown.
const margin = 12;
// With less of its surroundings the words may be somebody else's.
const leastAround = 0.3;
// So many words are a sentence of their own: they are shown wherever they stand.
const tellingWords = 8;
const isTelling = (olds: Tokens, range: TokenRange, place: Place): boolean => place.exact && wordsIn(olds, range) >= tellingWords;

class Finder {
  private readonly text: string;
  private readonly lexicon = new Lexicon();
  private readonly nows: Tokens;
  private readonly occurrences: Occurrences;

  constructor(text: string) {
    this.text = text;
    this.nows = tokensOf(fold(text), this.lexicon);
    this.occurrences = new Occurrences(this.nows, this.lexicon.size);
  }

  find(segment: Segment): Anchored {
    const sought = this.soughtOf(segment);
    const { olds, stretch, range } = sought;
    const [best, second] = range.start < range.end ? this.candidates(sought) : [];
    if (!best) return lost(0);
    const { alignment, place } = best;
    const around = (best.before + best.behind) / 2;
    if (!isProposal(alignment, range, place) || (around < leastAround && !isTelling(olds, range, place))) return lost(place.score);
    const isClear = (!second || best.worth - second.worth >= clear) && !this.hasRival(sought, best);
    return answer(alignment, { range, stretch, start: segment.start }, place, (now) => [
      ...this.meaningDoubts(sought, best, now),
      ...(isClear && isSurrounded(sought, best) ? [] : [placeDoubt(olds.folded.text, stretch)]),
    ]);
  }

  private soughtOf(segment: Segment): Sought {
    const { prefix, exact, suffix } = segment;
    const olds = tokensOf(fold(prefix + exact + suffix), this.lexicon);
    const stretch = { start: prefix.length, end: prefix.length + exact.length };
    const range = tokensIn(olds, stretch);
    return { segment, olds, stretch, range, known: knownTokens(olds, range, segment) };
  }

  /** Whether the same words stand elsewhere between words that agree as well. */
  private hasRival({ olds, range }: Sought, { place, first }: Candidate): boolean {
    const rangeAt = (start: number) => ({ start, end: start + range.end - range.start });
    const own = agreement(olds, range, this.nows, rangeAt(place.start + first));
    const others = this.occurrences.ofAll(olds, range).filter((start) => start !== place.start + first);
    return others.some((start) => isAsGood(own, agreement(olds, range, this.nows, rangeAt(start))));
  }

  /** What denies or doubts in the sentence of the words, or counts, on only one side; as far as the surroundings are known. */
  private meaningDoubts({ olds, stretch, range, known }: Sought, { alignment, place, first }: Candidate, now: Stretch): Difference[] {
    const { nows, to } = alignment;
    const [oldFrame, frame] = [tokensIn(olds, frameOf(olds.folded.text, stretch)), tokensIn(this.nows, frameOf(this.text, now))];
    const [before, behind] = [range.start - known.start, known.end - range.end];
    const start = before > 0 && at(to, known.start) >= 0 ? at(to, known.start) : place.start - before;
    const end = behind > 0 && at(to, known.end - 1) >= 0 ? at(to, known.end - 1) + 1 : place.end + behind;
    const around = {
      start: Math.max(frame.start - first, Math.min(start, place.start), 0),
      end: Math.min(frame.end - first, Math.max(end, place.end), nows.count),
    };
    const old = { start: Math.max(known.start, oldFrame.start), end: Math.min(known.end, oldFrame.end) };
    return meaningDifferences(alignment, { around: old, range }, { around, range: place });
  }

  /** The places of most worth, the best first. */
  private candidates(sought: Sought): Candidate[] {
    const found = new Map<number, Candidate>();
    for (const start of passagesLike(sought.olds, sought.known, this.occurrences, edited)) {
      const candidate = this.candidateAt(sought, start);
      if (!candidate) continue;
      const key = candidate.first + candidate.place.start;
      const other = found.get(key);
      if (!other || other.worth < candidate.worth) found.set(key, candidate);
    }
    return [...found.values()].sort((a, b) => b.worth - a.worth);
  }

  private candidateAt({ segment, olds, range, known }: Sought, start: number): Candidate | null {
    const length = known.end - known.start;
    const room = margin + Math.ceil(length / 3);
    const first = Math.max(0, start - room);
    const alignment = align(olds, partOf(this.nows, first, start + length + room));
    const place = placeOf(alignment, range);
    if (!place) return null;
    const before = keptBeside(alignment, { start: known.start, end: range.start }, (token) => token < place.start);
    const behind = keptBeside(alignment, { start: range.end, end: known.end }, (token) => token >= place.end);
    const far = Math.abs(startOf(alignment.nows, place.start) - segment.start) / Math.max(1, this.text.length);
    const worth = weights.words * place.score + weights.before * before + weights.behind * behind + weights.position * (1 - far);
    return { alignment, place, first, before, behind, worth };
  }
}

/** The tokens that are whole: what the prefix begins with and the suffix ends with may be a part of a word. */
function knownTokens({ count }: Tokens, range: TokenRange, { prefix, suffix, start }: Segment): TokenRange {
  const cutStart = /^[\p{L}\p{N}]/u.test(prefix) && start > prefix.length;
  const cutEnd = /[\p{L}\p{N}]$/u.test(suffix);
  return { start: Math.min(range.start, cutStart ? 1 : 0), end: Math.max(range.end, cutEnd ? count - 1 : count) };
}

/** Some of a text's tokens, numbered from 0. */
function partOf(tokens: Tokens, from: number, to: number): Tokens {
  const [first, last] = [from, Math.min(tokens.count, to)];
  const part = (list: Int32Array) => list.subarray(first, last);
  const { folded, start, end, id, other } = tokens;
  return { folded, count: last - first, start: part(start), end: part(end), id: part(id), other: part(other) };
}

/** How many of the tokens are there, spelled alike, on their side of the place, 0–1; 1 where there were none. */
function keptBeside({ olds, nows, to }: Alignment, { start, end }: TokenRange, isBeside: (token: number) => boolean): number {
  let kept = 0;
  for (let token = start; token < end; token += 1) {
    const now = at(to, token);
    if (now >= 0 && isBeside(now) && isSame(olds, token, nows, now)) kept += 1;
  }
  return end > start ? kept / (end - start) : 1;
}

// With all of the words on one side, so much of the other is enough.
const mostAround = 0.6;

// So many words in a row, those of the tag included, do not come back by chance.
const manyInRow = 10;

/** All that stood on one side is there, and most of what stood on the other, or a long row of words: then it is the same passage. */
function isSurrounded({ range, known }: Sought, { alignment, place, before, behind }: Candidate): boolean {
  if (range.start === known.start && range.end === known.end) return false;
  if (Math.max(before, behind) === 1 && Math.min(before, behind) >= mostAround) return true;
  const { left, right } = agreement(alignment.olds, range, alignment.nows, place);
  return left + right > 0 && wordsIn(alignment.olds, { start: range.start - left, end: range.end + right }) >= manyInRow;
}
