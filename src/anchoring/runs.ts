import { at } from './at.ts';

/** `length` tokens that are alike from token `old` of one text and token `now` of the other. */
export interface Run {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/** A part of both texts, in tokens. */
export interface Part {
  readonly old: readonly [start: number, end: number];
  readonly now: readonly [start: number, end: number];
}

/** Which tokens may be used; `null`: all. */
export interface Free {
  readonly old: Uint8Array;
  readonly now: Uint8Array;
}

interface Ids {
  readonly old: Int32Array;
  readonly now: Int32Array;
}

// Twice as many slots as shingles: most are then alone in theirs, and runs reach over those that are not.
const room = 2;
// In a short text two would soon share one by chance, and a run would be missed.
const fewest = 512;

function countOf(free: Uint8Array): number {
  let count = 0;
  for (const each of free) count += each;
  return count;
}

/**
 * Every run around `size` tokens that occur once in this part of the old text and once in that of the new, in the order of the old
 * text. Linear in the length of the part.
 */
export function uniqueRuns(ids: Ids, part: Part, size: number, free: Free | null = null): Run[] {
  const slots = 2 ** Math.ceil(Math.log2(room * Math.max(fewest, free ? countOf(free.now) : part.now[1] - part.now[0])));
  const places = new Int32Array(slots);
  const inNow = countShingles(ids.now, part.now, size, slots, free?.now ?? null, places);
  const inOld = countShingles(ids.old, part.old, size, slots, free?.old ?? null, null);
  const runs: Run[] = [];
  for (let old = part.old[0]; old + size <= part.old[1]; ) {
    const slot = isFree(free?.old ?? null, old, size) ? slotOf(ids.old, old, size, slots) : -1;
    const run =
      slot >= 0 && inNow[slot] === 1 && inOld[slot] === 1 ? runAt(ids, part, { old, now: at(places, slot), length: size }, free) : null;
    if (run) runs.push(run);
    old = run ? run.old + run.length : old + 1;
  }
  return runs;
}

function countShingles(
  id: Int32Array,
  [start, end]: Part['old'],
  size: number,
  slots: number,
  free: Uint8Array | null,
  places: Int32Array | null,
) {
  const counts = new Uint8Array(slots);
  for (let token = start; token + size <= end; token += 1) {
    if (!isFree(free, token, size)) continue;
    const slot = slotOf(id, token, size, slots);
    counts[slot] = Math.min(2, (counts[slot] ?? 0) + 1);
    if (places) places[slot] = token;
  }
  return counts;
}

function isFree(free: Uint8Array | null, token: number, size: number): boolean {
  if (!free) return true;
  for (let index = token; index < token + size; index += 1) if (free[index] !== 1) return false;
  return true;
}

function slotOf(id: Int32Array, token: number, size: number, slots: number): number {
  let hash = 0;
  for (let index = token; index < token + size; index += 1) hash = Math.imul(hash ^ at(id, index), 0x9e3779b1) ^ (hash >>> 13);
  return (hash ^ (hash >>> 16)) & (slots - 1);
}

/** The longest run around a shingle, both ways, that stays inside the part and on free tokens; `null` where only the slots agree. */
function runAt(ids: Ids, part: Part, { old, now, length: size }: Run, free: Free | null): Run | null {
  const alike = (a: number, b: number) => ids.old[a] === ids.now[b] && (free === null || (free.old[a] === 1 && free.now[b] === 1));
  let length = 0;
  while (old + length < part.old[1] && now + length < part.now[1] && alike(old + length, now + length)) length += 1;
  if (length < size) return null;
  let back = 0;
  while (old - back > part.old[0] && now - back > part.now[0] && alike(old - back - 1, now - back - 1)) back += 1;
  return { old: old - back, now: now - back, length: back + length };
}

/** The heaviest choice of runs that go forward in both texts, cut where they overlap. O(n log n); the runs come in the order of the old text. */
export function heaviestChain(runs: readonly Run[]): Run[] {
  if (runs.length < 2) return [...runs];
  const ranks = new Map([...new Set(runs.map(({ now }) => now))].sort((a, b) => a - b).map((now, rank) => [now, rank + 1]));
  const best = new BestBefore(ranks.size);
  const weights = new Int32Array(runs.length);
  const previous = runs.map((run, index) => {
    const rank = ranks.get(run.now) ?? 0;
    const before = best.below(rank, weights);
    weights[index] = run.length + (before < 0 ? 0 : at(weights, before));
    best.set(rank, index, weights);
    return before;
  });
  const chain: Run[] = [];
  for (let index = best.below(ranks.size + 1, weights); index >= 0; index = previous[index] ?? -1) {
    const run = runs[index];
    if (run) chain.push(run);
  }
  return withoutOverlap(chain.reverse());
}

function withoutOverlap(chain: readonly Run[]): Run[] {
  const cut: Run[] = [];
  for (const { old, now, length } of chain) {
    const last = cut.at(-1);
    const skip = last ? Math.max(0, last.old + last.length - old, last.now + last.length - now) : 0;
    if (skip < length) cut.push({ old: old + skip, now: now + skip, length: length - skip });
  }
  return cut;
}

/** For each rank the heaviest run that ends a chain at or below it (a Fenwick tree of maxima). */
class BestBefore {
  private readonly tree: Int32Array;

  constructor(ranks: number) {
    this.tree = new Int32Array(ranks + 1).fill(-1);
  }

  below(rank: number, weights: Int32Array): number {
    let best = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) best = heavier(best, at(this.tree, node), weights);
    return best;
  }

  set(rank: number, run: number, weights: Int32Array): void {
    for (let node = rank; node < this.tree.length; node += node & -node) this.tree[node] = heavier(at(this.tree, node), run, weights);
  }
}

const heavier = (a: number, b: number, weights: Int32Array): number => {
  if (a < 0 || b < 0) return Math.max(a, b);
  return at(weights, b) > at(weights, a) ? b : a;
};
