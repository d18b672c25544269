/** Where random tests begin, so that a run can be told again. */
export const seed = 20261124;

/** How many times a random test is played: `short` by `npm test`, `long` by `npm run test:long`. */
export function count(short: number, long: number): number {
  return process.env.TEST_LENGTH === 'long' ? long : short;
}
