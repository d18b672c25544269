import { sha256 } from '../text/hash.ts';

/**
 * Above 64 KiB Chromium keeps a value in a file of its own, without any check: what a disk changes there comes back changed,
 * without an error. So many UTF-16 units of JSON stay below that, whatever the script.
 */
export const safeLength = 20_000;

/** The sum to be stored beside a value that may end in a file of its own; nothing for a smaller one. */
export function sumOf(value: object): { readonly sum?: string } {
  const json = JSON.stringify(value);
  return json.length > safeLength ? { sum: sha256(json) } : {};
}

/** True when the value is the one that `sum` was made of, or was too small for a sum. */
export const fits = (value: object, sum: string | undefined): boolean => sum === undefined || sha256(JSON.stringify(value)) === sum;
