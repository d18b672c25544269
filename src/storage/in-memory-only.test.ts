import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageError } from './errors.ts';
import { unlessNoDatabase } from './in-memory-only.ts';

/** A database that fails so often before it opens, in a browser where other tabs hold these locks. */
function opening(failures: number, kind: 'unknown' | 'blocked', held: readonly string[] = []) {
  vi.stubGlobal('navigator', { locks: { query: async () => ({ held: held.map((name) => ({ name })) }) } });
  let left = failures;
  const open = async () => {
    left -= 1;
    if (left >= 0) throw new StorageError(kind, 'It does not open.');
    return 'database';
  };
  const given = unlessNoDatabase(open, () => 'memory').catch((error: Error) => error.message);
  return vi.runAllTimersAsync().then(() => given);
}

describe('a database that does not open', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('and opens at the next try is not left for memory', async () => {
    expect(await opening(1, 'unknown')).toBe('database');
    expect(await opening(2, 'unknown', ['attest-use-a'])).toBe('database');
    expect(await opening(1, 'blocked', ['attest-use-a'])).toBe('database');
  });

  it('leaves the work to memory where no tab works on one', async () => {
    expect(await opening(3, 'unknown')).toBe('memory');
    // Ten seconds were waited already.
    expect(await opening(1, 'blocked')).toBe('memory');
  });

  it('ends the start where a tab does', async () => {
    expect(await opening(3, 'blocked', ['attest-use-a'])).toBe('It does not open.');
    expect(await opening(3, 'unknown', ['attest-use-a'])).toBe('It does not open.');
  });
});
