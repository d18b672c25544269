import { type Random, seededRandom } from '../review/seeded.ts';

/** Chance that can be told again: the same seed gives the same throws. */
export class Dice {
  /** 0 inclusive to 1 exclusive. */
  readonly part: Random;

  constructor(seed: number) {
    this.part = seededRandom(seed);
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
