import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveOf, filesIn } from '../formats/archive.ts';
import type { FormatFile } from '../formats/format.ts';
import { formats } from '../formats/table.ts';
import { generatedSet } from '../testing/generated-set.ts';
import { faultsAsPackage, nothingKnown } from '../testing/round-trip.ts';
import { samplePackage } from '../testing/sample-package.ts';
import { count, seed } from '../testing/test-length.ts';
import { readOtherFiles } from './read-other-files.ts';

const { json: contents } = samplePackage();
const twoWay = formats.filter(({ id, read, write }) => id !== 'attest' && read && write).map((format) => [format.id, format] as const);
const fileOf = ({ name, bytes }: FormatFile): File => new File([new Uint8Array(bytes)], name);
const read = (...files: readonly File[]) => readOtherFiles({ files, given: nothingKnown });

describe('files of other tools', () => {
  it.each(twoWay)('%s: are read one by one and from the archive they come in, and are the same', async (id, format) => {
    const { files = [] } = format.write?.(contents, { application: 'Attest' }) ?? {};
    const apart = await read(...files.map(fileOf));
    expect(apart).toMatchObject({ format: id, outcome: { outcome: 'read' } });
    expect(await read(fileOf({ name: 'all.zip', bytes: archiveOf(files) }))).toEqual(apart);
  });

  it.each(twoWay)('%s: name no head of a set that they may not hold whole', async (_, format) => {
    const exported = { ...contents, sets: contents.sets.map((set: object) => ({ ...set, heads: ['a'.repeat(64)] })) };
    const { files = [] } = format.write?.(exported, { application: 'Attest' }) ?? {};
    const found = await read(...files.map(fileOf));
    const { sets = [] } = found?.outcome.outcome === 'read' ? found.outcome.contents : {};
    expect(sets.length).toBeGreaterThan(0);
    expect(sets.flatMap(({ heads }) => heads)).toEqual([]);
  });

  it('are nobody’s where no format knows them, and a package is read as one', async () => {
    expect(await read(new File(['Rain.'], 'rain.txt'))).toBe(null);
    expect(await read(new File([new Uint8Array(samplePackage().bytes)], 'sample.attest.json'))).toBe(null);
  });

  it.each(twoWay)('%s: hold together as a package once they are read', async (_, format) => {
    for (const sample of fc.sample(generatedSet, { seed, numRuns: count(10, 100) })) {
      const { files = [] } = format.write?.(sample, { application: 'Attest' }) ?? {};
      const found = await read(...files.map(fileOf));
      if (found?.outcome.outcome === 'read') expect(faultsAsPackage(found.outcome.contents)).toEqual([]);
    }
  });

  it('are not unpacked beyond what a file may hold', () => {
    const archive = archiveOf([{ name: 'a.ann', bytes: strToU8('T1\tClaim 0 4\tRain\n') }]);
    expect(filesIn(archive, 10)).toBe(null);
    expect(filesIn(archive, 100)).toHaveLength(1);
  });

  it('are refused by name where their archive is damaged', async () => {
    const whole = zipSync({ 'a.ann': strToU8('T1\tClaim 0 4\tRain\n') });
    const refused = { outcome: { outcome: 'refused', faults: [{ file: 'a.zip', reason: expect.stringMatching(/damaged/) }] } };
    expect(await read(fileOf({ name: 'a.zip', bytes: whole.slice(0, whole.length / 2) }))).toMatchObject(refused);
  });

  it('are refused with their place where something in them is wrong', async () => {
    const found = await read(new File(['T1\tClaim zero\tRain\n'], 'a.ann'), new File(['Rain.'], 'a.txt'));
    expect(found?.outcome).toMatchObject({ outcome: 'refused', faults: [{ file: 'a.ann', path: expect.stringMatching(/1/) }] });
  });
});
