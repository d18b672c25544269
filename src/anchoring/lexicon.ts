import { at } from './at.ts';

/** Gives equal stretches of units the same number, over all the texts that share it. */
export class Lexicon {
  private table = new Int32Array(1 << 12).fill(-1);
  private readonly hashes: number[] = [];
  private readonly sources: Uint16Array[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** How many different stretches it has seen; their numbers are all below. */
  get size(): number {
    return this.hashes.length;
  }

  /** The number of the units from `start` to `end`, a new one where they were never seen. */
  numberOf(units: Uint16Array, start: number, end: number): number {
    const hash = hashOf(units, start, end);
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = at(this.table, slot);
      if (known < 0) return this.add(slot, hash, units, start, end);
      if (this.hashes[known] === hash && this.isSame(known, units, start, end)) return known;
    }
  }

  private isSame(known: number, units: Uint16Array, start: number, end: number): boolean {
    const source = this.sources[known];
    const from = this.starts[known] ?? 0;
    if (source === undefined || (this.ends[known] ?? 0) - from !== end - start) return false;
    for (let index = 0; index < end - start; index += 1) if (source[from + index] !== units[start + index]) return false;
    return true;
  }

  private add(slot: number, hash: number, units: Uint16Array, start: number, end: number): number {
    const number = this.hashes.length;
    this.table[slot] = number;
    this.hashes.push(hash);
    this.sources.push(units);
    this.starts.push(start);
    this.ends.push(end);
    if (this.hashes.length * 2 > this.table.length) this.grow();
    return number;
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 2).fill(-1);
    const mask = this.table.length - 1;
    this.hashes.forEach((hash, number) => {
      let slot = hash & mask;
      while (at(this.table, slot) >= 0) slot = (slot + 1) & mask;
      this.table[slot] = number;
    });
  }
}

// FNV-1a over units, its high bits stirred into the low ones that choose the slot.
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (units[index] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
