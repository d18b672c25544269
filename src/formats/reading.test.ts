import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsAt } from '../anchoring/describe.ts';
import { codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../model/package-contents.ts';
import { generatedSet } from '../testing/generated-set.ts';
import { recount } from '../testing/recount.ts';
import { expectedFrom, goThrough, whatCame } from '../testing/round-trip.ts';
import { count, seed } from '../testing/test-length.ts';
import { sha256 } from '../text/hash.ts';
import type { Counting } from '../text/offset-units.ts';
import { derivedId } from './derived-id.ts';
import type { Format, FormatFile } from './format.ts';
import { type Facet, lossesOf } from './losses.ts';
import { mergePackages } from './package/merge.ts';
import { formats } from './table.ts';

const others = formats.filter(({ id, read, write }) => id !== 'attest' && read && write);
const named = others.map((format) => [format.id, format] as const);

// Every counting gives other offsets for what stands behind the first line.
const content = 'Bürgermeisterin 👩‍👩‍👧 Ruiz\r\n\r\n“The bridge 🙂 is safe”, said Ana Ruiz.\r\nIt rained.';
const contents = tagged();

function tagged(): PackageContents {
  const id = (name: string) => derivedId(name);
  const common = { text: sha256(content), set: id('set'), author: id('author'), created: '2026-01-01T00:00:00.000Z' };
  const tag = (name: string, type: string, words: string, attributes: Record<string, string> = {}) => {
    const start = content.lastIndexOf(words);
    const segments = segmentsAt(content, [{ start, end: start + words.length }]);
    return { ...common, id: id(name), type, segments, attributes, origin: 'manual' as const, codebook: codebookRef(newsroomCore) };
  };
  const link = { ...common, id: id('link'), type: 'said-by', from: id('quote'), to: id('ruiz') };
  const version = { text: common.text, added: common.created, zones: [] };
  return {
    codebooks: [newsroomCore],
    texts: [{ id: common.text, length: content.length, content, encoding: 'utf-8' }],
    articles: [
      { id: id('article'), title: 'Bridge', language: 'en', direction: 'ltr', status: 'to-do', added: common.created, versions: [version] },
    ],
    authors: [{ id: common.author, name: 'Ana' }],
    sets: [{ id: common.set, author: common.author, basis: 'independent', created: common.created, heads: [] }],
    annotations: [tag('quote', 'quote', '“The bridge 🙂 is safe”', { mode: 'direct' }), tag('ruiz', 'source', 'Ruiz', { kind: 'person' })],
    relations: [link],
  };
}

const nominal: Readonly<Record<string, Counting['unit']>> = {
  w3c: 'code-point',
  cas: 'utf-16',
  brat: 'code-point',
  'label-studio': 'code-point',
  doccano: 'utf-16',
};
const countings: readonly Counting[] = [
  { unit: 'utf-16', crlf: 2 },
  { unit: 'utf-16', crlf: 1 },
  { unit: 'code-point', crlf: 2 },
  { unit: 'code-point', crlf: 1 },
  { unit: 'utf-8', crlf: 2 },
  { unit: 'utf-8', crlf: 1 },
  { unit: 'grapheme', crlf: 1 },
];

const countedIn =
  ({ id }: Format, to: Counting) =>
  (files: readonly FormatFile[]) =>
    recount(files, content, { unit: nominal[id] ?? 'utf-16', crlf: 2 }, to);

describe('how a tool counts', () => {
  const quoting = others.filter(({ id }) => id !== 'doccano');

  it.each(quoting.flatMap((format) => countings.map((counting) => [format.id, counting.unit, counting.crlf, format] as const)))(
    '%s: %s, CR LF as %i, is found and the tags stand where they should',
    (_, unit, crlf, format) => {
      const outcome = goThrough(format, contents, countedIn(format, { unit, crlf }));
      expect(outcome).toMatchObject({ outcome: 'read', counting: { unit, crlf } });
      expect(whatCame(format, outcome)).toBe(expectedFrom(format, contents));
    },
  );

  it('doccano quotes nothing: UTF-16 units, but for offsets that cannot be, and it is said', () => {
    const [doccano] = others.filter(({ id }) => id === 'doccano');
    if (!doccano) throw new Error('There is doccano.');
    const usual = goThrough(doccano, contents);
    expect(usual).toMatchObject({ outcome: 'read', counting: { unit: 'utf-16', crlf: 2 }, notes: [{ facet: 'unit-assumed' }] });
    const bytes = goThrough(doccano, contents, countedIn(doccano, { unit: 'utf-8', crlf: 2 }));
    expect(bytes).toMatchObject({ outcome: 'read', counting: { unit: 'utf-8', crlf: 2 } });
  });

  it.each(quoting.filter(({ id }) => id !== 'cas').map((format) => [format.id, format] as const))(
    '%s: where one passage stands nowhere, nothing is read and the answer says how many do',
    (_, format) => {
      const outcome = goThrough(format, contents, (files) => shifted(files));
      expect(outcome.outcome).toBe('unanchored');
      if (outcome.outcome !== 'unanchored') return;
      expect(outcome.report).toHaveLength(countings.length);
      expect(outcome.report[0]).toMatchObject({ fitting: 1, of: 2 });
      expect(outcome.passages.map(({ exact }) => exact)).toEqual(['“The bridge 🙂 is safe”', 'Ruiz']);
      expect(outcome.passages.every(({ file, path }) => file !== '' && path !== '')).toBe(true);
    },
  );

  it('control: an offset that is shifted is seen, whatever the format', () => {
    for (const format of others) expect(whatCame(format, goThrough(format, contents, shifted))).not.toBe(expectedFrom(format, contents));
  });
});

/** The files with the first letter of the quotation left out of its tag. */
function shifted(files: readonly FormatFile[]): FormatFile[] {
  return files.map(({ name, bytes }) => {
    if (name.includes('.attest.')) return { name, bytes };
    const text = new TextDecoder().decode(bytes);
    const more = (_: string, head: string, offset: string) => `${head}${Number(offset) + 1}`;
    return { name, bytes: new TextEncoder().encode(text.replace(/("begin": (?=[1-9])|"start": |"start_offset":|quote )(\d+)/u, more)) };
  });
}

describe('controls of the round trip', () => {
  // doccano has no attributes to change, and in files of the W3C model the text does not stand.
  const changes: readonly { readonly what: string; readonly from: RegExp; readonly to: string; readonly not?: string }[] = [
    { what: 'another type', from: /"quote"|(?<=\t)quote(?= )/u, to: '"claim"' },
    { what: 'another link', from: /said-by/u, to: 'continues' },
    { what: 'another value', from: /direct/u, to: 'partial', not: 'doccano' },
    { what: 'another text', from: /It rained/u, to: 'It snowed', not: 'w3c' },
  ];
  const cases = named.flatMap(([id, format]) =>
    changes.filter(({ not }) => not !== id).map((change) => [id, change.what, format, change] as const),
  );

  it.each(cases)('%s: %s is seen', (_, __, format, { from, to }) => {
    const outcome = goThrough(format, contents, (files) =>
      files.map(({ name, bytes }) => {
        if (/\.attest\.|\.conf$|\.xml$/u.test(name)) return { name, bytes };
        const plain = name.endsWith('.ann') ? to.replaceAll('"', '') : to;
        return { name, bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, plain)) };
      }),
    );
    expect(whatCame(format, outcome)).not.toBe(expectedFrom(format, contents));
  });
});

describe('what a format says that it drops', () => {
  // For these every record gets another member when it is read; the shapes that are compared leave it out.
  const replaced: readonly Facet[] = ['ids', 'author', 'codebook', 'journal', 'undecided'];
  const samples = fc.sample(generatedSet, { seed, numRuns: count(60, 200) });

  it.each(
    named.flatMap(([id, format]) =>
      format.drops
        .filter((facet) => !replaced.includes(facet) && facet !== 'withheld' && facet !== 'undecided')
        .map((facet) => [id, facet, format] as const),
    ),
  )('%s: without dropping %s the round trip would not be equal, and nothing else is counted as that loss', (_, facet, format) => {
    const kept = { ...format, drops: format.drops.filter((drop) => drop !== facet) };
    const losing = samples.filter((sample) => lossesOf(sample, format.drops).some((loss) => loss.facet === facet));
    expect(losing.length).toBeGreaterThan(0);
    for (const sample of losing.slice(0, 5)) expect(whatCame(kept, goThrough(format, sample))).not.toBe(expectedFrom(kept, sample));
  });

  it.each(named)('%s: what merged packages could not agree on is left out and counted', (_, format) => {
    const copies = ['1', '2'].map((head) => ({
      ...contents,
      sets: (contents.sets ?? []).map((set) => ({ ...set, heads: [head.repeat(64)] })),
    }));
    const merged = mergePackages(copies);
    expect(lossesOf(merged, format.drops)).toContainEqual({ facet: 'undecided', count: merged.forks?.length });
    const outcome = goThrough(format, merged);
    expect(outcome.outcome === 'read' && outcome.contents.forks).toBe(undefined);
    expect(whatCame(format, outcome)).toBe(expectedFrom(format, merged));
  });

  it.each(named)('%s: tags on a withheld text are left out, with their links, and counted', (_, format) => {
    const [text] = contents.texts ?? [];
    const withheld = { ...contents, texts: [{ id: text?.id ?? '', length: content.length, withheld: 'Licence.' }] };
    expect(lossesOf(withheld, format.drops)).toContainEqual({ facet: 'withheld', count: 3 });
    const outcome = goThrough(format, withheld);
    expect(whatCame(format, outcome)).toBe(expectedFrom(format, withheld));
  });
});
