import { at } from './at.ts';
import type { TokenRange } from './place.ts';
import type { Occurrences } from './token-places.ts';
import type { Tokens } from './tokens.ts';

/** How hard a passage is looked for. */
interface Search {
  /** So many of its rarest words are looked up. */
  readonly words: number;
  /** Such a part of them must stand there. */
  readonly part: number;
  /** So many words may have been added or removed between one of them and the next. */
  readonly spread: number;
}

// Another sentence like this one, word for word or nearly so.
const likeIt: Search = { words: 8, part: 0.5, spread: 3 };
/** The sentence itself, perhaps much edited. */
export const edited: Search = { words: 20, part: 0.15, spread: 12 };
// A word that occurs more often says nothing about where a sentence is; of rarer ones together no more places are looked at.
const mostOccurrences = 300;
// So many words are looked up in any case.
const fewest = 4;
// No more passages are compared; news repeats a sentence a few times at most.
const mostPassages = 8;

/** Places of a text at which enough of the rarest tokens of a passage stand as they do in it, the fullest first; each the token that its first would be. */
export function passagesLike(olds: Tokens, passage: TokenRange, occurrences: Occurrences, search = likeIt): number[] {
  const chosen = rarestIn(olds, passage, occurrences, search.words);
  let count = 0;
  for (const token of chosen) count += occurrences.of(at(olds.id, token)).length;
  const starts = new Int32Array(count);
  for (const token of chosen) {
    for (const place of occurrences.of(at(olds.id, token))) {
      count -= 1;
      starts[count] = place - token + passage.start;
    }
  }
  return crowded(starts.sort(), Math.max(1, Math.ceil(chosen.length * search.part)), search.spread);
}

/** The different tokens of a passage that are rarest in the other text, as many as that takes few look-ups. */
function rarestIn({ id }: Tokens, { start, end }: TokenRange, occurrences: Occurrences, words: number): number[] {
  const seen = new Set<number>();
  const tokens: { readonly token: number; readonly count: number }[] = [];
  for (let token = start; token < end; token += 1) {
    const count = occurrences.of(at(id, token)).length;
    if (count > 0 && count <= mostOccurrences && !seen.has(at(id, token))) tokens.push({ token, count });
    seen.add(at(id, token));
  }
  let sum = 0;
  tokens.sort((a, b) => a.count - b.count);
  const enough = tokens.findIndex(({ count }, index) => {
    sum += count;
    return index >= words || (index >= fewest && sum > mostOccurrences);
  });
  return tokens.slice(0, enough < 0 ? tokens.length : enough).map(({ token }) => token);
}

/** The middle one of each group of numbers that lie within `spread` of each other, where it has enough members; the largest groups first. Takes them in order. */
function crowded(starts: Int32Array, enough: number, spread: number): number[] {
  const groups: { readonly middle: number; readonly size: number }[] = [];
  let end = 0;
  for (let first = 0; first < starts.length; first += 1) {
    const start = at(starts, first);
    while (end < starts.length && at(starts, end) - start <= spread) end += 1;
    const size = end - first;
    if (size >= enough) groups.push({ middle: at(starts, first + (size >> 1)), size });
  }
  groups.sort((a, b) => b.size - a.size);
  const found: number[] = [];
  for (const { middle, size } of groups) {
    // What holds far less than the fullest is another sentence with some of the same words.
    if (found.length === mostPassages || size * 2 < (groups[0]?.size ?? 0)) break;
    if (found.every((other) => Math.abs(other - middle) > spread)) found.push(middle);
  }
  return found;
}
