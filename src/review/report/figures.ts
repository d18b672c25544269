import { agreementMessages } from '../../messages/agreement.ts';
import type { Measured } from '../agreement/measured.ts';
import { seededRandom } from '../seeded.ts';
import { type Sheet, sumsOf } from './sheet.ts';

/** A value, or why there is none; with ten texts or more the interval that 95 of 100 samples of texts would give. */
export interface Figure {
  readonly value: number | null;
  readonly reason?: string;
  readonly interval?: readonly [number, number];
}

/** What a figure is made of: the sums of counts over texts. */
export type Formula = (sums: Float64Array) => Measured;

/** How texts are drawn: as many as there are, with replacement, so many times, from this seed. */
export interface Draws {
  readonly draws: number;
  readonly seed: number;
}

/** Fewer texts say nothing about how much depends on the choice of texts (DOMAIN 5.3). */
export const fewestTexts = 10;
// An interval of what is mostly undefined would be one of the rest only.
const leastDefined = 0.9;

/** Figures over a sheet: values at once, intervals when all are known. */
export class Figures {
  readonly sheet: Sheet;
  readonly #sums: Float64Array;
  readonly #made: { readonly formula: Formula; readonly figure: { -readonly [K in keyof Figure]: Figure[K] } }[] = [];

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.#sums = sumsOf(sheet);
  }

  /** The count at a place, over all texts. */
  count(place: number): number {
    return this.#sums[place] ?? 0;
  }

  figure(formula: Formula): Figure {
    const figure = { ...formula(this.#sums) };
    this.#made.push({ formula, figure });
    return figure;
  }

  /** Gives every figure its interval: percentiles of bootstrap draws over texts (Efron & Tibshirani 1993, section 13.3). Does nothing for fewer than ten texts. `progress` may throw to end it. */
  addIntervals({ draws, seed }: Draws, progress: (done: number, of: number) => void): void {
    const texts = this.sheet.rows.length;
    if (texts < fewestTexts) return;
    const chance = seededRandom(seed);
    const values = this.#made.map(() => new Float64Array(draws));
    const defined = this.#made.map(() => 0);
    for (let draw = 0; draw < draws; draw += 1) {
      const times = new Uint32Array(texts);
      for (let left = texts; left > 0; left -= 1) {
        const text = Math.floor(chance() * texts);
        times[text] = (times[text] ?? 0) + 1;
      }
      const sums = sumsOf(this.sheet, times);
      this.#made.forEach(({ formula, figure }, at) => {
        const { value } = figure.value === null ? figure : formula(sums);
        if (value === null) return;
        (values[at] as Float64Array)[defined[at] ?? 0] = value;
        defined[at] = (defined[at] ?? 0) + 1;
      });
      progress(draw + 1, draws);
    }
    this.#made.forEach(({ figure }, at) => {
      const sorted = (values[at] as Float64Array).slice(0, defined[at]).sort();
      if (sorted.length >= leastDefined * draws) figure.interval = [percentile(sorted, 0.025), percentile(sorted, 0.975)];
    });
  }
}

const percentile = (sorted: Float64Array, share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;

/** A share; undefined of nothing. */
export const shareOf = (part: number, whole: number): Measured =>
  whole === 0 ? { value: null, reason: agreementMessages.reasons.empty } : { value: part / whole };
