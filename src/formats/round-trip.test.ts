import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedSet } from '../testing/generated-set.ts';
import { expectedFrom, faultsAsPackage, goThrough, whatCame } from '../testing/round-trip.ts';
import { count, seed } from '../testing/test-length.ts';
import { formats } from './table.ts';

const twoWay = formats.filter(({ id, read, write }) => id !== 'attest' && read && write);

describe.each(twoWay.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it('gives back all but what it says that it drops', () => {
    let tags = 0;
    fc.assert(
      fc.property(generatedSet, (contents) => {
        tags += contents.annotations?.length ?? 0;
        const outcome = goThrough(format, contents);
        expect(whatCame(format, outcome)).toBe(expectedFrom(format, contents));
        // Where ids are kept the comparison is one of packages.
        if (outcome.outcome === 'read' && format.drops.includes('ids')) expect(faultsAsPackage(outcome.contents)).toEqual([]);
      }),
      { seed, numRuns: count(40, 1_000) },
    );
    expect(tags).toBeGreaterThan(count(40, 1_000));
  }, 300_000);
});
