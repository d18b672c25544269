import type { Stretch } from '../text/stretch.ts';
import { at } from './at.ts';
import { lettersIn } from './folded.ts';
import type { TokenRange } from './place.ts';
import type { Tokens } from './tokens.ts';
import { unitKind, unitKinds } from './unit-kinds.ts';

/** Where a token begins in the text (UTF-16 units). */
export const startOf = ({ folded, start }: Tokens, token: number): number => at(folded.from, at(start, token));

/** Where a token ends in the text (UTF-16 units). */
export const endOf = ({ folded, end }: Tokens, token: number): number => at(folded.to, at(end, token) - 1);

/** A word or number, not a sign. */
export function isWord({ folded, start }: Tokens, token: number): boolean {
  const kind = unitKinds()[folded.units[at(start, token)] ?? 0];
  return kind === unitKind.letter || kind === unitKind.digit || kind === unitKind.ideograph;
}

/** How many words and numbers a range of tokens has. */
export function wordsIn(tokens: Tokens, { start, end }: TokenRange): number {
  let words = 0;
  for (let token = Math.max(0, start); token < Math.min(end, tokens.count); token += 1) if (isWord(tokens, token)) words += 1;
  return words;
}

/** The tokens of which a stretch of the text (UTF-16 units) holds anything; an empty range where it holds none. */
export function tokensIn(tokens: Tokens, { start, end }: Stretch): TokenRange {
  const first = lowest(tokens.count, (token) => endOf(tokens, token) > start);
  return {
    start: first,
    end: Math.max(
      first,
      lowest(tokens.count, (token) => startOf(tokens, token) >= end),
    ),
  };
}

/** The lowest number below `count` for which the answer is yes, given that it stays so; `count` for none. */
function lowest(count: number, answer: (token: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (answer(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The folded words of a range of tokens, spaces included. */
export const foldedIn = ({ folded, start, end }: Tokens, range: TokenRange): string =>
  range.start >= range.end ? '' : lettersIn(folded, at(start, range.start), at(end, range.end - 1));

/** Where each token id occurs in a text: found at once, not by reading it. */
export class Occurrences {
  private readonly tokens: Tokens;
  private readonly first: Int32Array;
  private readonly places: Int32Array;

  /** `ids`: how many ids the lexicon of the tokens has. */
  constructor(tokens: Tokens, ids: number) {
    this.tokens = tokens;
    this.first = new Int32Array(ids + 1);
    for (let token = 0; token < tokens.count; token += 1)
      this.first[at(tokens.id, token) + 1] = at(this.first, at(tokens.id, token) + 1) + 1;
    for (let id = 0; id < ids; id += 1) this.first[id + 1] = at(this.first, id) + at(this.first, id + 1);
    this.places = new Int32Array(tokens.count);
    const next = this.first.slice();
    for (let token = 0; token < tokens.count; token += 1) {
      const id = at(tokens.id, token);
      this.places[at(next, id)] = token;
      next[id] = at(next, id) + 1;
    }
  }

  /** The tokens with this id, in order. */
  of(id: number): Int32Array {
    return id + 1 < this.first.length ? this.places.subarray(at(this.first, id), at(this.first, id + 1)) : this.places.subarray(0, 0);
  }

  /** The first tokens of every place where these tokens (of any text of the lexicon) stand one behind the other. */
  ofAll({ id }: Tokens, { start, end }: TokenRange): number[] {
    let rarest = start;
    for (let token = start + 1; token < end; token += 1) {
      if (this.of(at(id, token)).length < this.of(at(id, rarest)).length) rarest = token;
    }
    const found: number[] = [];
    for (const place of this.of(at(id, rarest))) {
      const first = place - rarest + start;
      if (first >= 0 && this.standAt(id, start, end, first)) found.push(first);
    }
    return found;
  }

  private standAt(id: Int32Array, start: number, end: number, first: number): boolean {
    for (let token = start; token < end; token += 1) if (id[token] !== this.tokens.id[first + token - start]) return false;
    return true;
  }
}
