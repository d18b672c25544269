import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planImport } from '../../model/commands/import-package.ts';
import { brokenRules } from '../../model/integrity.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { applyPatch } from '../../model/patch.ts';
import { emptyProject } from '../../model/project.ts';
import { chanceFrom } from '../../testing/chance.ts';
import { generatedSet } from '../../testing/generated-set.ts';
import { mutations } from '../../testing/mutations.ts';
import { count, seed } from '../../testing/test-length.ts';
import { readPackage } from './read.ts';
import { writePackage } from './write.ts';

const nothing = { record: () => null, ofSet: () => ({ annotations: [], relations: [] }), head: () => null };

/** What is wrong with a project into which this was imported; half an import is wrong too. */
function problemsOf(contents: PackageContents): string[] {
  const { patch, texts } = planImport(nothing, contents);
  const project = applyPatch({ ...emptyProject, texts: new Map(texts.map((text) => [text.id, text])) }, patch);
  const records = Object.values(contents).flat().length;
  const imported = Object.values(project).reduce((sum, table) => sum + table.size, 0);
  const partial = imported === records ? [] : [`${imported} of ${records} records`];
  // Paths with gaps are taken as they come.
  const broken = brokenRules(project).filter(({ rule }) => rule !== 'order');
  return [...partial, ...broken.map(({ table, id, rule }) => `${table} ${id}: ${rule}`)];
}

const sound = (bytes: Uint8Array): string[] => {
  const read = readPackage(bytes);
  if (!('faults' in read)) return problemsOf(read.contents);
  const named =
    read.faults.length > 0 && read.faults.every(({ path, reason, fix }) => typeof path === 'string' && reason !== '' && fix !== '');
  return named ? [] : ['refused without a reason'];
};

/** The control: takes whatever is JSON. */
const unchecked = (bytes: Uint8Array): string[] => {
  const {
    format: _f,
    formatVersion: _v,
    offsetUnit: _o,
    application: _a,
    checksum: _c,
    ...contents
  } = JSON.parse(new TextDecoder().decode(bytes));
  return problemsOf(contents);
};

/** Reads every sample spoilt in every way in turn; gives what came of it that should not, and the ways it came by. */
function spoilt(rounds: number, read: (bytes: Uint8Array) => string[]): { readonly problem: string; readonly name: string }[] {
  const samples = fc.sample(generatedSet, { seed, numRuns: rounds }).map((contents) => writePackage(contents, 'Attest').bytes);
  return samples.flatMap((bytes, sample) =>
    Object.entries(mutations).flatMap(([name, mutate], index) => {
      const file = mutate(bytes, chanceFrom(seed + sample * 1_000 + index));
      const began = process.cpuUsage();
      try {
        return read(file).map((problem) => ({ problem, name }));
      } catch (error) {
        return [{ problem: String(error), name }];
      } finally {
        // Its own time, not that of a busy machine.
        expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
        expect(Reflect.get({}, 'polluted')).toBeUndefined();
      }
    }),
  );
}

it('a package spoilt in any way is imported whole or refused with a reason', () => {
  expect(Object.keys(mutations).length).toBeGreaterThan(40);
  expect(spoilt(count(6, 125), sound)).toEqual([]);
}, 900_000);

it('the same test catches an import without checks', () => {
  expect(new Set(spoilt(2, unchecked).map(({ name }) => name)).size).toBeGreaterThan(40);
});
