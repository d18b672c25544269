import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackageContents } from '../../model/package-contents.ts';
import { generatedSet } from '../../testing/generated-set.ts';
import { expectedFrom, goThrough, whatCame } from '../../testing/round-trip.ts';
import { count, seed } from '../../testing/test-length.ts';
import { assertionsOf, expandWhole, hasReference, samples } from '../../testing/web-annotation.ts';
import { readW3c } from './read.ts';
import { w3cDrops, writeW3c } from './write.ts';

interface Page {
  readonly items?: readonly Record<string, unknown>[];
}
type Collection = Record<string, unknown> & { readonly first?: Page };

const collectionsOf = (contents: PackageContents): Collection[] =>
  writeW3c(contents, { application: 'Attest' })
    .files.filter(({ name }) => name.endsWith('.jsonld'))
    .map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));

const short = count(30, 1_000);

/** One set with as many copies of a tag. */
function largeSet(size: number): PackageContents {
  const found = fc.sample(generatedSet, { seed, numRuns: 20 }).find(({ annotations = [] }) => annotations.length > 0);
  const [tag] = found?.annotations ?? [];
  if (!found || !tag) throw new Error('There is a sample with a tag.');
  const annotations = Array.from({ length: size }, (_, at) => ({
    ...tag,
    id: `${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`,
  }));
  return { ...found, annotations, relations: [] };
}

describe.runIf(hasReference)('W3C Web Annotation', () => {
  const [annotation, collection, page] = [
    assertionsOf('annotations/annotationMusts.test'),
    assertionsOf('collections/collectionMusts.test'),
    assertionsOf('collections/pages/pageMusts.test'),
  ];

  /** Every assertion that something in this collection violates. */
  function violations(document: Collection): string[] {
    const { '@context': context } = document;
    const { first } = document;
    const items = first?.items?.flatMap((item) => annotation({ '@context': context, ...item })) ?? [];
    return [...collection(document), ...(first ? page({ '@context': context, ...first }) : []), ...items];
  }

  it('the assertions take the published samples', () => {
    const good = samples().filter(({ document }) => document.type === 'Annotation');
    expect(good.length).toBeGreaterThan(30);
    // Composite, List and Independents did not make it into the Recommendation; its samples still have them.
    const left = good.filter(({ document }) => annotation(document).length > 0);
    expect(left.map(({ name }) => name)).toEqual(['anno11.json', 'anno12.json', 'anno13.json']);
  });

  it('no export violates a MUST', () => {
    let items = 0;
    fc.assert(
      fc.property(generatedSet, (contents) => {
        for (const document of collectionsOf(contents)) {
          items += document.first?.items?.length ?? 0;
          expect(violations(document)).toEqual([]);
        }
      }),
      { seed, numRuns: short },
    );
    expect(items).toBeGreaterThan(short);
  }, 300_000);

  it('a large set has pages in files of their own, each in its place, and is read whole', () => {
    const contents = largeSet(2_001);
    const files = writeW3c(contents, { application: 'Attest' }).files;
    const set = contents.annotations?.[0]?.set ?? '';
    const [first, second, third] = files
      .filter(({ name }) => name.startsWith(set))
      .map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));
    expect([first.total, first.first.items.length, second.items.length, third.items.length]).toEqual([2_001, 1_000, 1_000, 1]);
    expect([first.first.next, second.next, third.next]).toEqual([second.id, third.id, undefined]);
    expect([first.last, second.prev, third.startIndex]).toEqual([third.id, first.first.id, 2_000]);
    expect([...page(second), ...page(third), ...violations(first)]).toEqual([]);
    const format = { id: 'w3c', drops: w3cDrops, write: writeW3c, read: readW3c };
    expect(whatCame(format, goThrough(format, contents))).toBe(expectedFrom(format, contents));
  });

  it('JSON-LD expansion loses no key', async () => {
    await fc.assert(
      fc.asyncProperty(generatedSet, async (contents) => {
        for (const document of collectionsOf(contents)) await expandWhole(document);
      }),
      { seed, numRuns: short },
    );
  }, 300_000);

  const [sample] = fc
    .sample(generatedSet, { seed, numRuns: 20 })
    .flatMap(collectionsOf)
    .filter(({ first }) => (first?.items?.length ?? 0) > 2);
  // Broken on purpose, wherever a case wants it.
  type Loose = ReturnType<typeof JSON.parse>;
  const broken = (change: (document: Loose) => void): Collection => {
    const document = structuredClone(sample ?? {});
    change(document);
    return document;
  };

  it.each([
    ['an id that is no address', (document: Loose) => Object.assign(document.first.items[0], { id: 'ann-1' })],
    ['a time with an offset', (document: Loose) => Object.assign(document.first.items[0], { created: '2026-01-01T00:00:00+01:00' })],
    ['no target', (document: Loose) => Reflect.deleteProperty(document.first.items[0], 'target')],
    ['a quote without words', (document: Loose) => Reflect.deleteProperty(document.first.items[0].target[0].selector[0], 'exact')],
    ['an offset below zero', (document: Loose) => Object.assign(document.first.items[0].target[0].selector[1], { start: -1 })],
    ['a page without items', (document: Loose) => Reflect.deleteProperty(document.first, 'items')],
    ['a total without a page', (document: Loose) => Reflect.deleteProperty(document, 'first')],
  ])('control: %s is seen', (_, change) => {
    expect(violations(broken(() => {}))).toEqual([]);
    expect(violations(broken(change))).not.toEqual([]);
  });

  it('control: a key without a meaning is seen', async () => {
    await expect(expandWhole(broken((document) => Object.assign(document, { attestOrigin: 'manual' })))).rejects.toThrow();
  });
});
