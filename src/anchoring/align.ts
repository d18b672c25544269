import type { Alignment } from './alignment.ts';
import { at } from './at.ts';
import { isSame, mostComparisons, type Pair, pairInOrder } from './pairs.ts';
import { heaviestChain, type Part, type Run, uniqueRuns } from './runs.ts';
import { isWhole, slideGaps, withoutOverhang } from './slide.ts';
import type { Tokens } from './tokens.ts';

// Runs this long hold few words by chance; shorter ones are tried where a gap is too long to be compared token by token.
const shingles = [4, 3, 2, 1] as const;
// A gap with so few is compared token by token at once.
const fewComparisons = 400;
// A block of fewer tokens than this is not said to have moved, unless it is a paragraph.
const leastMoved = 8;
const leastWhole = 5;
// A run in order that may have met by chance: a block that moved takes it back.
const weakest = 5;
// Two pieces of a moved block may have this many tokens between them that were changed.
const widestChange = 40;

/** Aligns two texts: what is unique in both, in its heaviest order; the gaps the same way; blocks that moved; then word by word. */
export function align(olds: Tokens, nows: Tokens): Alignment {
  const aligner = new Aligner(olds, nows);
  aligner.chain({ old: [0, olds.count], now: [0, nows.count] }, 0);
  slideGaps(aligner);
  aligner.loosen();
  aligner.findMoved();
  aligner.fillGaps();
  return aligner;
}

class Aligner implements Alignment {
  readonly olds: Tokens;
  readonly nows: Tokens;
  readonly to: Int32Array;
  readonly back: Int32Array;
  readonly block: Int32Array;
  private blocks = 0;

  constructor(olds: Tokens, nows: Tokens) {
    this.olds = olds;
    this.nows = nows;
    this.to = new Int32Array(olds.count).fill(-1);
    this.back = new Int32Array(nows.count).fill(-1);
    this.block = new Int32Array(olds.count);
  }

  /** Pairs what goes forward in both texts within a part, the longest shingles first. */
  chain(whole: Part, level: number): void {
    const part = this.trimmed(whole);
    const [m, n] = [part.old[1] - part.old[0], part.now[1] - part.now[0]];
    const size = shingles[level];
    if (m <= 0 || n <= 0 || size === undefined) return;
    if (m * n <= (size < 3 ? mostComparisons : fewComparisons)) return;
    const runs = heaviestChain(uniqueRuns({ old: this.olds.id, now: this.nows.id }, part, size));
    let [old, now] = [part.old[0], part.now[0]];
    for (const run of runs) {
      this.pairRun(run, 0);
      this.chain({ old: [old, run.old], now: [now, run.now] }, level);
      [old, now] = [run.old + run.length, run.now + run.length];
    }
    this.chain({ old: [old, part.old[1]], now: [now, part.now[1]] }, runs.length === 0 ? level + 1 : level);
  }

  private trimmed({ old, now }: Part): Part {
    let [from, start] = [old[0], now[0]];
    while (from < old[1] && start < now[1] && this.same(from, start)) this.pair([from++, start++], 0);
    let [to, end] = [old[1], now[1]];
    while (to > from && end > start && this.same(to - 1, end - 1)) this.pair([--to, --end], 0);
    return { old: [from, to], now: [start, end] };
  }

  private readonly same = (old: number, now: number): boolean => isSame(this.olds, old, this.nows, now);

  private pair([old, now]: Pair, block: number): void {
    const [before, after] = [at(this.back, now), at(this.to, old)];
    if (before >= 0) this.to[before] = -1;
    if (after >= 0) this.back[after] = -1;
    this.to[old] = now;
    this.back[now] = old;
    this.block[old] = block;
  }

  private pairRun({ old, now, length }: Run, block: number): void {
    for (let step = 0; step < length; step += 1) this.pair([old + step, now + step], block);
  }

  /** Leaves open what a run holds of the next sentence only by chance: it may belong to a block that moved. */
  loosen(): void {
    for (let old = 0; old < this.olds.count; ) {
      const now = at(this.to, old);
      let length = 1;
      while (now >= 0 && this.to[old + length] === now + length) length += 1;
      const kept = withoutOverhang(this.olds, this.nows, { old, now, length });
      if (now >= 0) {
        for (let token = old; token < old + length; token += 1) {
          if (token < kept.old || token >= kept.old + kept.length) this.part(token);
        }
      }
      old += length;
    }
  }

  private part(old: number): void {
    this.back[at(this.to, old)] = -1;
    this.to[old] = -1;
  }

  /** Blocks that stand elsewhere in the new text: unique among what has no place yet. */
  findMoved(): void {
    const free = { old: freeOf(this.to), now: freeOf(this.back) };
    const part: Part = { old: [0, this.olds.count], now: [0, this.nows.count] };
    const runs = uniqueRuns({ old: this.olds.id, now: this.nows.id }, part, shingles[0], free);
    let last: Run | null = null;
    for (const run of this.movedRuns(runs.map((found) => withoutOverhang(this.olds, this.nows, found)))) {
      const near = last !== null && goesOn(last, run);
      if (!near) this.blocks += 1;
      this.pairRun(run, this.blocks);
      last = run;
    }
  }

  /** The runs long enough to have moved, and the shorter ones before and behind them that belong to the same block. */
  private movedRuns(runs: readonly Run[]): Run[] {
    const kept = new Set(
      runs.filter((run) => run.length >= leastMoved || (run.length >= leastWhole && isWhole(this.olds, this.nows, run))),
    );
    const joinTo = (list: readonly Run[], follows: (last: Run, run: Run) => boolean) => {
      let last: Run | null = null;
      for (const run of list) {
        if (!kept.has(run) && last && run.length > 0 && follows(last, run)) kept.add(run);
        if (kept.has(run)) last = run;
      }
    };
    joinTo(runs, goesOn);
    joinTo(runs.toReversed(), (last, run) => goesOn(run, last));
    return runs.filter((run) => kept.has(run));
  }

  /** Pairs word by word what still has no partner, between neighbours of one block. */
  fillGaps(): void {
    const last = new Map<number, Pair>([[0, [-1, -1]]]);
    const { to, block } = this;
    for (let old = 0; old <= this.olds.count; old += 1) {
      const now = old === this.olds.count ? this.nows.count : at(to, old);
      if (now < 0) continue;
      const mine = old === this.olds.count ? 0 : at(block, old);
      const before = last.get(mine);
      if (before) this.fillGap(before, [old, now], mine);
      last.set(mine, [old, now]);
    }
  }

  private fillGap([old, now]: Pair, [oldEnd, nowEnd]: Pair, block: number): void {
    if (oldEnd === old + 1 || nowEnd === now + 1) return;
    const olds = unpaired(this.to, old + 1, oldEnd);
    const nows = unpaired(this.back, now + 1, nowEnd);
    for (const pair of pairInOrder(this.olds, olds, this.nows, nows)) this.pair(pair, block);
  }
}

const goesOn = (last: Run, run: Run): boolean => {
  const [old, now] = [run.old - last.old - last.length, run.now - last.now - last.length];
  return old >= 0 && old <= widestChange && now >= 0 && now <= widestChange;
};

/** 1 for every token without a partner, and for short runs of pairs, which may have met by chance. */
function freeOf(partner: Int32Array): Uint8Array {
  const free = new Uint8Array(partner.length);
  for (let start = 0; start < partner.length; ) {
    let end = start + 1;
    const paired = at(partner, start) >= 0;
    while (end < partner.length && (paired ? at(partner, end) === at(partner, end - 1) + 1 : at(partner, end) < 0)) end += 1;
    if (!paired || end - start <= weakest) free.fill(1, start, end);
    start = end;
  }
  return free;
}

function unpaired(partner: Int32Array, start: number, end: number): Int32Array {
  const found: number[] = [];
  for (let token = start; token < end; token += 1) if (at(partner, token) < 0) found.push(token);
  return Int32Array.from(found);
}
