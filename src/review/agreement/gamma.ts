import { agreementMessages } from '../../messages/agreement.ts';
import { grouped } from '../../model/grouped.ts';
import { type Random, seededRandom } from '../seeded.ts';
import { bestAlignmentDisorder } from './best-alignment.ts';
import type { AlignedUnit, Dissimilarity } from './dissimilarity.ts';
import { type Measured, undefinedBecause } from './measured.ts';

/** How chance is drawn: how many continua, from which seed. */
export interface Sampling {
  readonly samples: number;
  readonly seed: number;
}

/** Gamma: 1 − disorder of the best alignment by that of random continua (Mathet et al. 2015, equation 7). Each continuum has as many coders; numbers, lengths and gaps of units are drawn from normal distributions with the mean and deviation of the real ones, categories as often as they occur (ibid., section 5.2). The same seed gives the same value. */
export function gamma(units: readonly AlignedUnit[], by: Dissimilarity, { samples, seed }: Sampling): Measured {
  const observed = bestAlignmentDisorder(units, by);
  if (observed.value === null) return observed;
  const chance = seededRandom(seed);
  const traits = traitsOf(units);
  const disorders: number[] = [];
  // A continuum that came out empty, or with one coder only, is drawn again, but not for ever.
  for (let drawn = 0; disorders.length < samples && drawn < 10 * samples; drawn += 1) {
    const { value } = bestAlignmentDisorder(randomUnits(traits, chance), by);
    if (value !== null) disorders.push(value);
  }
  const expected = disorders.reduce((sum, disorder) => sum + disorder, 0) / disorders.length;
  if (!(expected > 0)) return undefinedBecause(agreementMessages.reasons.noExpectedDisorder);
  return { value: 1 - observed.value / expected };
}

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

interface Traits {
  readonly coders: readonly string[];
  readonly count: Spread;
  readonly length: Spread;
  readonly gap: Spread;
  readonly categories: readonly string[];
}

function traitsOf(units: readonly AlignedUnit[]): Traits {
  // In an order of their own, so that the order of the units does not change what is drawn.
  const lines = grouped(units, ({ coder }) => coder);
  const begin = Math.min(...units.map(({ start }) => start));
  const gaps = [...lines.values()].flatMap((line) => {
    const sorted = [...line].sort((a, b) => a.start - b.start || a.end - b.end);
    return sorted.map(({ start }, index) => start - (sorted[index - 1]?.end ?? begin));
  });
  return {
    coders: [...lines.keys()].sort(),
    count: spreadOf([...lines.values()].map(({ length }) => length)),
    length: spreadOf(units.map(({ start, end }) => end - start)),
    gap: spreadOf(gaps),
    categories: units.map(({ category }) => category).sort(),
  };
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

function randomUnits({ coders, count, length, gap, categories }: Traits, chance: Random): AlignedUnit[] {
  return coders.flatMap((coder) => {
    let at = 0;
    return Array.from({ length: Math.abs(Math.round(normal(count, chance))) }, () => {
      const start = at + normal(gap, chance);
      at = start + Math.max(1, Math.abs(normal(length, chance)));
      return { coder, start, end: at, category: categories[Math.floor(chance() * categories.length)] ?? '' };
    });
  });
}

/** A normally distributed number (Box & Muller 1958). */
function normal({ mean, deviation }: Spread, chance: Random): number {
  return mean + deviation * Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
