import type { Alignment } from './alignment.ts';
import { at } from './at.ts';
import type { Run } from './runs.ts';
import type { Tokens } from './tokens.ts';
import { unitKind, unitKinds } from './unit-kinds.ts';

/**
 * Where a text was only cut or only inserted into, the edges of that stretch are often not certain: behind “A. The cut. The rest.”
 * either “The” may be the one that stayed. Puts them where a paragraph or sentence ends.
 */
export function slideGaps({ olds, nows, to, back }: Pick<Alignment, 'olds' | 'nows' | 'to' | 'back'>): void {
  slideIn(olds, to, back);
  slideIn(nows, back, to);
}

function slideIn(tokens: Tokens, partner: Int32Array, other: Int32Array): void {
  for (let start = 0; start < tokens.count; start += 1) {
    if (at(partner, start) >= 0) continue;
    let end = start + 1;
    while (end < tokens.count && at(partner, end) < 0) end += 1;
    const after = end < tokens.count ? at(partner, end) : other.length;
    if (at(partner, start - 1) + 1 === after) shift(partner, other, start, end, bestShift(tokens, partner, start, end));
    start = end;
  }
}

/** By how many tokens the gap is best shifted; negative towards the beginning. */
function bestShift(tokens: Tokens, partner: Int32Array, start: number, end: number): number {
  const { id } = tokens;
  const worth = (by: number) => edgeAt(tokens, start + by) + edgeAt(tokens, end + by);
  let [best, most] = [0, worth(0)];
  const consider = (by: number) => {
    const found = worth(by);
    if (found > most) [best, most] = [by, found];
  };
  // Only within the runs on both sides: what lies between two gaps stays there.
  const [before, after] = [at(partner, start - 1), at(partner, end)];
  for (let by = 1; by <= start && id[start - by] === id[end - by] && at(partner, start - by) === before - by + 1; by += 1) consider(-by);
  for (let by = 0; end + by < id.length && id[start + by] === id[end + by] && at(partner, end + by) === after + by; by += 1)
    consider(by + 1);
  return best;
}

/** Moves the edges of a gap: what is left behind on one side takes the partners of what joins it on the other. */
function shift(partner: Int32Array, other: Int32Array, start: number, end: number, by: number): void {
  const [step, from, to] = by < 0 ? [-1, start - 1, end - 1] : [1, end, start];
  for (let moved = 0; moved !== by; moved += step) {
    const now = at(partner, from + moved);
    partner[from + moved] = -1;
    partner[to + moved] = now;
    other[now] = to + moved;
  }
}

// A run that reaches so few words into the next sentence does so by chance: a full stop, an opening mark, “The”.
const overhang = 3;

/** A run of like tokens without the few it holds of a sentence that goes on otherwise: nothing where no sentence edge is so near. */
export function withoutOverhang(olds: Tokens, nows: Tokens, { old, now, length }: Run): Run {
  const isEdge = (by: number) => Math.min(edgeAt(olds, old + by), edgeAt(nows, now + by)) >= 2;
  let head = 0;
  for (let by = 1; by <= overhang && head === 0; by += 1) if (by < length && isEdge(by)) head = by;
  let tail = 0;
  for (let by = 1; by <= overhang && tail === 0; by += 1) if (by < length - head && isEdge(length - by)) tail = by;
  const startsThere = isEdge(0);
  const endsThere = isEdge(length);
  const [skip, drop] = [startsThere ? 0 : head, endsThere ? 0 : tail];
  return { old: old + skip, now: now + skip, length: length - skip - drop };
}

/** Whether a run is one or more whole lines in both texts. */
export function isWhole(olds: Tokens, nows: Tokens, { old, now, length }: Run): boolean {
  const edges = [edgeAt(olds, old), edgeAt(olds, old + length), edgeAt(nows, now), edgeAt(nows, now + length)];
  return edges.every((edge) => edge >= lineEdge);
}

/** What `edgeAt` gives where a line begins, or more than a line. */
export const lineEdge = 3;

/** How well a stretch may begin before this token: 4 a paragraph, 3 a line, 2 a sentence, 1 behind another sign. */
export function edgeAt({ folded, start, end, count }: Tokens, token: number): number {
  if (token <= 0 || token >= count) return 4;
  const last = at(end, token - 1) - 1;
  const gap = at(folded.from, at(start, token)) - at(folded.to, last);
  // Most tokens are words with one space between.
  if (gap === 1 && folded.text.charCodeAt(at(folded.to, last)) === 0x20 && unitKinds()[folded.units[last] ?? 0] === unitKind.letter)
    return 0;
  const between = folded.text.slice(at(folded.to, last), at(folded.from, at(start, token)));
  if (/(?:\r\n|\n|\r)[^\S\r\n]*[\r\n]/u.test(between)) return 4;
  if (/[\n\r]/u.test(between)) return lineEdge;
  const before = folded.text.slice(Math.max(0, at(folded.from, last) - 1), at(folded.to, last));
  if (/[.!?…。！？؟]["'”’»)\]]?$/u.test(before)) return between === '' ? 1 : 2;
  return /[,;:–—،，]$/u.test(before) ? 1 : 0;
}
