import { agreementMessages } from '../../messages/agreement.ts';
import type { Code } from './coding.ts';

/** How far two codes are apart, given how often each was given. */
type Difference = (a: Code, b: Code) => number;

/** The difference function for these codes with their totals; or why it cannot be had. `order`: the codes from low to high, where they are no numbers. */
export type Metric = (totals: ReadonlyMap<Code, number>, order?: readonly Code[]) => Difference | { readonly reason: string };

const areNumbers = (codes: Iterable<Code>): boolean => [...codes].every((code) => typeof code === 'number');

/** 0 for the same code, else 1 (Krippendorff 2011, section D, nominal). */
export const nominal: Metric = () => (a, b) => (a === b ? 0 : 1);

/** The square of how many codes were given between two, each end counted by half (Krippendorff 2011, section D, ordinal). */
export const ordinal: Metric = (totals, order) => {
  const sorted = order ?? [...totals.keys()].sort((a, b) => Number(a) - Number(b));
  if (!order && !areNumbers(totals.keys())) return { reason: agreementMessages.reasons.noOrder };
  if ([...totals.keys()].some((code) => !sorted.includes(code))) return { reason: agreementMessages.reasons.noOrder };
  const middles = new Map<Code, number>();
  let below = 0;
  for (const code of sorted) {
    const total = totals.get(code) ?? 0;
    middles.set(code, below + total / 2);
    below += total;
  }
  return (a, b) => ((middles.get(a) ?? 0) - (middles.get(b) ?? 0)) ** 2;
};

/** The square of the difference (Krippendorff 2011, section D, interval). */
export const interval: Metric = (totals) =>
  areNumbers(totals.keys()) ? (a, b) => (Number(a) - Number(b)) ** 2 : { reason: agreementMessages.reasons.notNumbers };

/** The square of difference by sum (Krippendorff 2011, section D, ratio). */
export const ratio: Metric = (totals) => {
  if (!areNumbers(totals.keys())) return { reason: agreementMessages.reasons.notNumbers };
  if ([...totals.keys()].some((code) => Number(code) < 0)) return { reason: agreementMessages.reasons.negative };
  return (a, b) => (a === b ? 0 : ((Number(a) - Number(b)) / (Number(a) + Number(b))) ** 2);
};
