/** Chance that can be told again: the same seed gives the same throws (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 inclusive to 1 exclusive. */
  part(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  from(low: number, high: number): number {
    return low + Math.floor(this.part() * (high - low + 1));
  }

  /** One of them. Throws a RangeError for an empty list. */
  one<T>(list: readonly T[]): T {
    const index = this.from(0, list.length - 1);
    const chosen = list[index];
    if (index >= list.length || chosen === undefined) throw new RangeError('Nothing to choose from.');
    return chosen;
  }
}
