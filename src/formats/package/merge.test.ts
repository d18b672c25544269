import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackageContents } from '../../model/package-contents.ts';
import { relatedPackages } from '../../testing/related-packages.ts';
import { count, seed } from '../../testing/test-length.ts';
import { disagreements, mergePackages } from './merge.ts';
import { readPackage } from './read.ts';
import { writePackage } from './write.ts';

const bytesOf = (contents: PackageContents) => writePackage(contents, 'Attest').checksum;
const runs = { seed, numRuns: count(60, 2_000) };

/** How many distinct contents of tags there are, and how many are still there. */
const contentsOf = (packages: readonly PackageContents[]) =>
  new Set(
    packages
      .flatMap(({ annotations = [], forks = [] }) => [annotations, ...forks.map((fork) => fork.annotations)].flat())
      .map((tag) => JSON.stringify(tag)),
  );

describe('merging packages', () => {
  it('does not depend on their order, on how they are grouped, or on how often', () => {
    let undecided = 0;
    fc.assert(
      fc.property(relatedPackages, fc.infiniteStream(fc.nat()), (packages, picks) => {
        const whole = bytesOf(mergePackages(packages));
        const order = [...packages].sort(() => (picks.next().value % 2 === 0 ? 1 : -1));
        expect(bytesOf(mergePackages(order))).toBe(whole);
        const cut = picks.next().value % (packages.length + 1);
        const grouped = [mergePackages(order.slice(0, cut)), mergePackages(order.slice(cut))];
        expect(bytesOf(mergePackages(grouped))).toBe(whole);
        const merged = mergePackages(grouped);
        expect(bytesOf(mergePackages([merged, ...packages, merged]))).toBe(whole);
        undecided += disagreements(merged).length;
      }),
      runs,
    );
    // Packages that agree would prove little.
    expect(undecided).toBeGreaterThan(runs.numRuns);
  }, 600_000);

  it('the same test catches a merge in which the last one wins', () => {
    const lastWins = (packages: readonly PackageContents[]): PackageContents => ({
      annotations: [...new Map(packages.flatMap(({ annotations = [] }) => annotations).map((tag) => [tag.id, tag])).values()],
    });
    const order = fc.property(relatedPackages, (packages) => bytesOf(lastWins(packages)) === bytesOf(lastWins([...packages].reverse())));
    expect(fc.check(order, runs).failed).toBe(true);
  });

  it('gives a package that is sound, and read again is the same', () => {
    fc.assert(
      fc.property(relatedPackages, (packages) => {
        const merged = mergePackages(packages);
        const read = readPackage(writePackage(merged, 'Attest').bytes);
        if ('faults' in read) throw new Error(JSON.stringify(read.faults));
        expect(bytesOf(read.contents)).toBe(bytesOf(merged));
      }),
      runs,
    );
  }, 600_000);

  it('keeps every content of a tag that a later copy of its set has not replaced', () => {
    fc.assert(
      fc.property(relatedPackages, (packages) => {
        // Without the heads that say which one is later, nothing may go.
        const apart = packages.map((contents, index) => ({
          ...contents,
          sets: (contents.sets ?? []).map(({ part: _, ...set }) => ({ ...set, heads: [`${index}`.repeat(64).slice(0, 64)] })),
        }));
        expect(contentsOf([mergePackages(apart)])).toEqual(contentsOf(apart));
      }),
      runs,
    );
  }, 600_000);

  const rescued = (packages: readonly PackageContents[]) =>
    packages.map(({ sets = [], annotations = [], ...rest }) => {
      const ahead = new Set(sets.filter((set) => set.ahead).map(({ id }) => id));
      return { ...rest, sets, annotations: annotations.filter(({ set }) => ahead.has(set)) };
    });
  const keepsAll = (prepare: (packages: readonly PackageContents[]) => readonly PackageContents[]) =>
    fc.property(relatedPackages, (packages) => {
      const kept = contentsOf([mergePackages(prepare(packages))]);
      return [...contentsOf(rescued(packages))].every((tag) => kept.has(tag));
    });

  it('leaves no copy for a later one that holds work which no head names', () => {
    fc.assert(
      keepsAll((packages) => packages),
      runs,
    );
  }, 600_000);

  it('the same test catches a merge that goes by the heads alone', () => {
    const byHeads = (packages: readonly PackageContents[]) =>
      packages.map((contents) => ({ ...contents, sets: (contents.sets ?? []).map(({ ahead: _, ...set }) => set) }));
    expect(fc.check(keepsAll(byHeads), runs).failed).toBe(true);
  });

  it('of one package is that package', () => {
    const [packages = []] = fc.sample(relatedPackages, { seed, numRuns: 1 });
    const [first = {}] = packages;
    expect(disagreements(mergePackages([first]))).toEqual([]);
    expect(mergePackages([first]).annotations).toEqual([...(first.annotations ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });
});
