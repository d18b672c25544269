/** A number from 0 below `limit`. */
export type Chance = (limit: number) => number;

/** The same numbers for the same seed, in every run. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
