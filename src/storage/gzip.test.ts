import { describe, expect, it } from 'vitest';
import { largest } from '../formats/package/read.ts';
import { samplePackage } from '../testing/sample-package.ts';
import { gunzip, gzip } from './gzip.ts';
import { readPackageFile } from './read-package-file.ts';

const { bytes, checksum } = samplePackage();
const blob = (content: Uint8Array) => new Blob([new Uint8Array(content)]);

describe('a packed package', () => {
  it('is read like an unpacked one', async () => {
    const packed = await gzip(bytes);
    expect(packed.length).toBeLessThan(bytes.length / 2);
    expect(Buffer.compare(await gunzip(blob(packed), largest), bytes)).toBe(0);
    for (const file of [blob(bytes), blob(packed)]) expect(await readPackageFile(file)).toMatchObject({ checksum });
  });

  it('that is cut or changed is refused, not read in part', async () => {
    const packed = await gzip(bytes);
    for (const broken of [packed.slice(0, -20), packed.map((byte, at) => (at === 200 ? byte ^ 1 : byte))])
      expect(await readPackageFile(blob(broken))).toMatchObject({
        readable: false,
        faults: [{ reason: expect.stringMatching(/unpacked/) }],
      });
  });

  it('is not unpacked beyond the limit', async () => {
    const bomb = blob(await gzip(new Uint8Array(1_000_000)));
    await expect(gunzip(bomb, 1_000_000)).resolves.toHaveLength(1_000_000);
    await expect(gunzip(bomb, 999_999)).rejects.toBeInstanceOf(RangeError);
  });
});
