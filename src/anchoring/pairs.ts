import { at } from './at.ts';
import { lettersIn } from './folded.ts';
import type { Tokens } from './tokens.ts';

/** A token of the old text and the one that stands for it in the new. */
export type Pair = readonly [old: number, now: number];

// Above this many comparisons a gap is left open.
export const mostComparisons = 60_000;
// In hundredths, for a pair that stands side by side like the one before: words are kept together, not scattered over a rewritten passage.
const adjacent = 75;

/** True where two tokens are spelled alike, divided words included. */
export function isSame(olds: Tokens, old: number, nows: Tokens, now: number): boolean {
  const [id, seen] = [olds.id[old], nows.id[now]];
  return id === seen || olds.other[old] === seen || id === nows.other[now];
}

/** True where two tokens are spelled alike but for capital letters: a word has them where a sentence begins. */
export const isSameWord = (olds: Tokens, old: number, nows: Tokens, now: number): boolean =>
  isSame(olds, old, nows, now) || spelling(olds, old) === spelling(nows, now);

const spelling = ({ folded, start, end }: Tokens, token: number): string =>
  lettersIn(folded, at(start, token), at(end, token)).toLowerCase();

/** How alike two tokens are, 0–1: their common beginning and end, over the longer one. */
export function likeness(olds: Tokens, old: number, nows: Tokens, now: number): number {
  if (isSame(olds, old, nows, now)) return 1;
  const [a, b] = [at(olds.start, old), at(nows.start, now)];
  const [m, n] = [at(olds.end, old) - a, at(nows.end, now) - b];
  const [one, two] = [olds.folded.units, nows.folded.units];
  const shorter = Math.min(m, n);
  let head = 0;
  while (head < shorter && one[a + head] === two[b + head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one[a + m - tail - 1] === two[b + n - tail - 1]) tail += 1;
  return Math.min((head + tail) / Math.max(m, n), 0.99);
}

/**
 * The best pairing, in order, of the given tokens of both texts: as many like tokens as possible, side by side where possible; what
 * was replaced is paired too. Empty where the lists are too long to compare.
 */
export function pairInOrder(olds: Tokens, old: Int32Array, nows: Tokens, now: Int32Array): Pair[] {
  const [m, n] = [old.length, now.length];
  if (m === 0 || n === 0 || m * n > mostComparisons) return [];
  const width = n + 1;
  const paired = new Int32Array((m + 1) * width).fill(-1);
  const apart = new Int32Array((m + 1) * width);
  for (let i = 1; i <= m; i += 1) {
    for (let j = 1; j <= n; j += 1) {
      const cell = i * width + j;
      const corner = cell - width - 1;
      const worth = worthOf(olds, at(old, i - 1), nows, at(now, j - 1));
      paired[cell] = worth + Math.max(at(apart, corner), paired[corner] === -1 ? 0 : at(paired, corner) + adjacent);
      const [above, beside] = [cell - width, cell - 1];
      apart[cell] = Math.max(at(apart, above), at(apart, beside), at(paired, above), at(paired, beside), 0);
    }
  }
  return trace(paired, apart, width, old, now);
}

/** What pairing two tokens counts, in hundredths: words more than signs, and what is not alike next to nothing. */
function worthOf(olds: Tokens, old: number, nows: Tokens, now: number): number {
  const same = isSame(olds, old, nows, now);
  const length = at(olds.end, old) - at(olds.start, old);
  const other = at(nows.end, now) - at(nows.start, now);
  // Most pairs are ruled out by their lengths.
  const like = same ? 1 : Math.min(length, other) * 2 < Math.max(length, other) ? 0 : likeness(olds, old, nows, now);
  if (same) return length > 3 ? 200 : length > 1 ? 160 : 100;
  return like >= 0.5 ? Math.round(like * 100) : 10;
}

function trace(paired: Int32Array, apart: Int32Array, width: number, old: Int32Array, now: Int32Array): Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [old.length, now.length];
  let inPair = at(paired, i * width + j) >= at(apart, i * width + j);
  while (i > 0 && j > 0) {
    const cell = i * width + j;
    if (inPair) {
      pairs.push([at(old, i - 1), at(now, j - 1)]);
      [i, j] = [i - 1, j - 1];
      const corner = i * width + j;
      inPair = i > 0 && j > 0 && at(paired, corner) + adjacent >= at(apart, corner);
      continue;
    }
    const [above, beside] = [cell - width, cell - 1];
    const best = at(apart, cell);
    if (at(apart, above) === best || at(paired, above) === best) [i, inPair] = [i - 1, at(paired, above) === best];
    else [j, inPair] = [j - 1, at(paired, beside) === best];
  }
  return pairs.reverse();
}
