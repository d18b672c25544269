import type { Alignment } from './alignment.ts';
import { at } from './at.ts';
import { isSame, likeness } from './pairs.ts';

/** Tokens of a text: `start` inclusive, `end` exclusive. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** Where tokens of the old text stand in the new one. */
export interface Place extends TokenRange {
  readonly block: number;
  /** Every token stands there, spelled alike, and nothing between. */
  readonly exact: boolean;
  /** How much of the old tokens is there, 0–1, by length. */
  readonly kept: number;
  /** How alike both are, 0–1: what is kept over the longer of them. */
  readonly score: number;
}

// What stands between two parts counts against them, but not above what an advertisement takes. Beyond a page they are two things.
const distance = 0.2;
const mostCost = 40;
const farthest = 2_000;

/** Where the tokens stand in the new text as far as the alignment tells; `null` where nothing of them is left. */
export function placeOf(alignment: Alignment, range: TokenRange): Place | null {
  const block = mainBlock(alignment, range);
  const core = block === null ? null : coreOf(alignment, range, block);
  if (block === null || core === null) return null;
  const start = widened(alignment, range.start, core.start, -1);
  const end = widened(alignment, range.end - 1, core.end, 1) + 1;
  const place = { start: at(alignment.to, core.start), end: at(alignment.to, core.end) + 1 };
  const now = { start: Math.min(start, place.start), end: Math.max(end, place.end) };
  const kept = keptIn(alignment, range, now);
  const [old, fresh] = [lengthOf(alignment.olds, range), lengthOf(alignment.nows, now)];
  return { ...now, block, exact: isExact(alignment, range, now), kept: kept / old, score: Math.min(1, kept / Math.max(old, fresh)) };
}

const lengthOfToken = (tokens: Alignment['olds'], token: number): number => at(tokens.end, token) - at(tokens.start, token);

/** How long tokens are, in folded units and without the spaces between them. */
export function lengthOf(tokens: Alignment['olds'], { start, end }: TokenRange): number {
  let sum = 0;
  for (let token = start; token < end; token += 1) sum += lengthOfToken(tokens, token);
  return sum;
}

/** How much the pair of an old token weighs; 0 without one. */
function weight({ olds, nows, to }: Alignment, old: number): number {
  const now = at(to, old);
  return now < 0 ? 0 : likeness(olds, old, nows, now) * lengthOfToken(olds, old);
}

/** The block that holds most of the tokens. */
function mainBlock(alignment: Alignment, { start, end }: TokenRange): number | null {
  const weights = new Map<number, number>();
  for (let old = start; old < end; old += 1) {
    if (at(alignment.to, old) < 0) continue;
    const block = at(alignment.block, old);
    weights.set(block, (weights.get(block) ?? 0) + weight(alignment, old));
  }
  let best: number | null = null;
  for (const [block, sum] of weights) if (best === null || sum > (weights.get(best) ?? 0)) best = block;
  return best;
}

/** The first and last old token of the part that holds together: a lone word far off, met by chance, is left out. */
function coreOf(alignment: Alignment, range: TokenRange, block: number): TokenRange | null {
  let best: (TokenRange & { readonly sum: number }) | null = null;
  let run: (TokenRange & { readonly sum: number }) | null = null;
  for (let old = range.start; old < range.end; old += 1) {
    if (at(alignment.to, old) < 0 || at(alignment.block, old) !== block) continue;
    const gain = weight(alignment, old);
    const left: number = run === null ? 0 : run.sum - gapCost(alignment, run.end, old);
    run = run === null || left <= 0 ? { start: old, end: old, sum: gain } : { start: run.start, end: old, sum: left + gain };
    if (best === null || run.sum > best.sum) best = run;
  }
  return best;
}

function gapCost({ nows, to }: Alignment, last: number, old: number): number {
  const between = lengthOf(nows, { start: at(to, last) + 1, end: at(to, old) });
  return between > farthest ? Number.POSITIVE_INFINITY : Math.min(mostCost, distance * Math.max(0, between));
}

// What replaced the first or last words may be longer than they were; an advertisement inside may be longer yet.
const longerBy = 3;
const inserted = 150;

/**
 * Where the core does not reach the edge of the range but the token outside it stands right there, all that stands between in the new
 * text has replaced what stood between in the old. Gives the new token at the edge.
 */
function widened(alignment: Alignment, edge: number, core: number, step: -1 | 1): number {
  const { to, olds, nows } = alignment;
  const mine = at(to, core);
  if (core === edge) return mine;
  const outside = edge + step;
  const bound = outside < 0 ? -1 : outside >= olds.count ? nows.count : at(to, outside);
  if (outside >= 0 && bound < 0) return mine;
  if (outside >= 0 && outside < olds.count && !isSame(olds, outside, nows, bound)) return mine;
  const [missing, fresh] = [Math.abs(core - edge), Math.abs(mine - bound) - 1];
  const inOrder = (mine - bound) * step < 0;
  const kept = to[edge] === bound - step && isSame(olds, edge, nows, bound - step);
  return inOrder && fresh <= (kept ? inserted : missing * 2 + longerBy) ? bound - step : mine;
}

function keptIn(alignment: Alignment, { start, end }: TokenRange, now: TokenRange): number {
  let kept = 0;
  for (let old = start; old < end; old += 1) {
    const place = at(alignment.to, old);
    if (place >= now.start && place < now.end) kept += weight(alignment, old);
  }
  return kept;
}

function isExact({ olds, nows, to }: Alignment, { start, end }: TokenRange, now: TokenRange): boolean {
  if (now.end - now.start !== end - start) return false;
  for (let old = start; old < end; old += 1) {
    const place = now.start + old - start;
    if (at(to, old) !== place || !isSame(olds, old, nows, place)) return false;
  }
  return true;
}
