import { describe, expect, it } from 'vitest';
import { earlierStates, snapshotName, surplus } from './snapshot-name.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1);

/** The names that are left after a snapshot at each of these times, hours from the start. */
function ring(times: readonly number[]): readonly string[] {
  let names: string[] = [];
  times.forEach((time, index) => {
    names.push(snapshotName(index + 1, new Date(start + time * hour).toISOString()));
    const gone = new Set(surplus(earlierStates(names)).map(({ name }) => name));
    names = names.filter((name) => !gone.has(name));
  });
  return names;
}

const generations = (names: readonly string[]) => earlierStates(names).map(({ seq }) => seq);
const count = (length: number, step = 1) => Array.from({ length }, (_, index) => index * step);

describe('the ring of snapshots', () => {
  it('tells generation and time from a name, and other files apart', () => {
    const at = '2026-11-24T10:33:20.005Z';
    const name = snapshotName(42, at);
    expect(earlierStates([name, 'base.jsonl', `${name}.crswap`])).toEqual([{ name, seq: 42, at }]);
  });

  it('keeps 24 hours and 14 days', () => {
    const kept = ring(count(24 * 30));
    expect(kept).toHaveLength(24 + 13);
    expect(generations(kept).slice(0, 24)).toEqual(count(24).map((back) => 720 - back));
    expect(generations(kept).at(-1)).toBe(720 - 13 * 24);
  });

  it('keeps the newest generation whatever the clock does', () => {
    for (const times of [count(200, -7), count(200, 0), count(200).map((time) => (time * 7919) % 1000)])
      expect(generations(ring(times))[0]).toBe(200);
  });

  it('keeps no more than it may', () => {
    expect(ring(count(400).map((time) => (time * 7919) % 5000)).length).toBeLessThanOrEqual(38);
  });
});
