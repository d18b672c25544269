import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedSet } from '../../testing/generated-set.ts';
import { count, seed } from '../../testing/test-length.ts';
import { readPackage } from './read.ts';
import { writePackage } from './write.ts';

describe('a package', () => {
  it('written, read and written again is the same to the byte', () => {
    let annotations = 0;
    fc.assert(
      fc.property(generatedSet, (contents) => {
        annotations += contents.annotations?.length ?? 0;
        const first = writePackage(contents, 'Attest');
        const read = readPackage(first.bytes);
        if ('faults' in read) throw new Error(JSON.stringify(read.faults));
        const second = writePackage(read.contents, read.application);
        expect(second.checksum).toBe(first.checksum);
        expect(Buffer.compare(second.bytes, first.bytes)).toBe(0);
      }),
      { seed, numRuns: count(100, 10_000) },
    );
    // Packages without annotations would prove little.
    expect(annotations).toBeGreaterThan(count(100, 10_000));
  }, 300_000);

  it('changed in any byte is refused, or says the same', () => {
    const [contents] = fc.sample(generatedSet, { seed, numRuns: 1 });
    if (!contents) throw new Error('There is a sample.');
    const { bytes, checksum } = writePackage(contents, 'Attest');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, cut) => {
        const broken = cut ? bytes.slice(0, at) : bytes.map((byte, index) => (index === at ? byte ^ flip : byte));
        const read = readPackage(broken);
        if ('faults' in read) expect(read.faults.every(({ reason, fix }) => reason !== '' && fix !== '')).toBe(true);
        else expect(read.checksum).toBe(checksum);
      }),
      { seed, numRuns: count(300, 3_000) },
    );
  }, 300_000);
});
