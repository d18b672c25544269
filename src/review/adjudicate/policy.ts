/** Who decides: all, or more than half. */
export const policies = ['unanimous', 'majority'] as const;
export type Policy = (typeof policies)[number];

/** What was decided, `null` for nothing there; `undefined` where it is open. */
type Decision = string | null | undefined;

/** The reading that all sets have, or more than half of them. */
export function decidedOf(readings: readonly (string | null)[], policy: Policy): Decision {
  const counts = new Map<string | null, number>();
  for (const reading of readings) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  const [first] = [...counts].filter(([, count]) => (policy === 'unanimous' ? count === readings.length : 2 * count > readings.length));
  return first?.[0];
}
