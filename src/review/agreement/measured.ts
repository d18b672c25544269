/** A measure's value; or `null` where the measure is undefined, with the reason. */
export type Measured<V = number> = { readonly value: V } | { readonly value: null; readonly reason: string };

/** No number, and why. */
export const undefinedBecause = (reason: string): { readonly value: null; readonly reason: string } => ({ value: null, reason });

// What rounding alone can leave of two sums that are the same.
const rounding = 1e-12;

/** 1 − observed / expected disagreement; undefined where chance leaves no disagreement to expect. `scale`: what both could at most be. */
export function agreementBeyondChance(observed: number, expected: number, scale: number, reason: string): Measured {
  return expected <= rounding * scale ? undefinedBecause(reason) : { value: 1 - observed / expected };
}
