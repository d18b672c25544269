import type { Reading } from './difference.ts';

/** The readings of a passage, that of the first set first; sets with the same value share one. `key`: what makes two values the same, and is the value's own words where it is not given. */
export function readingsOf<S, T>(
  values: readonly { readonly set: S; readonly value: T; readonly key?: string }[],
): { sets: S[]; value: T }[] {
  const readings = new Map<string, { sets: S[]; value: T }>();
  for (const { set, value, key = JSON.stringify(value) } of values) {
    const known = readings.get(key);
    if (known) known.sets.push(set);
    else readings.set(key, { sets: [set], value });
  }
  return [...readings.values()];
}

/** Readings of sets by their names instead of their places. */
export const named = <T>(
  readings: readonly { readonly sets: readonly number[]; readonly value: T }[],
  ids: readonly string[],
): Reading<T>[] => readings.map(({ sets, value }) => ({ sets: sets.map((set) => ids[set] ?? ''), value }));
