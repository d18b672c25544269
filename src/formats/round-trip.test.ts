import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedSet } from '../testing/generated-set.ts';
import { expectedFrom, goThrough, whatCame } from '../testing/round-trip.ts';
import { count, seed } from '../testing/test-length.ts';
import { formats } from './table.ts';

const twoWay = formats.filter(({ read, write }) => read && write);

describe.each(twoWay.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it('gives back all but what it says that it drops', () => {
    let tags = 0;
    fc.assert(
      fc.property(generatedSet, (contents) => {
        tags += contents.annotations?.length ?? 0;
        expect(whatCame(format, goThrough(format, contents))).toBe(expectedFrom(format, contents));
      }),
      { seed, numRuns: count(60, 1_000) },
    );
    expect(tags).toBeGreaterThan(count(60, 1_000));
  }, 300_000);
});
