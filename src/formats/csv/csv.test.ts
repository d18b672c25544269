import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsAt } from '../../anchoring/describe.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { generatedSet } from '../../testing/generated-set.ts';
import { readCsv } from '../../testing/read-csv.ts';
import { count, seed } from '../../testing/test-length.ts';
import { exactSheet, spreadsheet } from './cells.ts';
import { writeCsv } from './write.ts';

const tables = (contents: PackageContents, exact: boolean) =>
  writeCsv(contents, { application: 'Attest', ...(exact && { exact }) }).files.filter(({ name }) => name.endsWith('.csv'));

const columns = (bytes: Uint8Array): Record<string, string>[] => {
  const [head = [], ...rows] = readCsv(bytes);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
};

// Written without the code under test: what a spreadsheet looks at first.
const wouldRun = (cell: string) => ['=', '+', '-', '@', '\t', '\r'].some((sign) => cell.startsWith(sign));

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '=1+1',
    '+7',
    '-“No”, he said',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    'Москва',
    'قال الرئيس',
    'a;b',
    'a"b',
    'a\r\nb',
    '',
    '007',
  ),
);

describe('cells', () => {
  it('of the exact variant come back as they are, and give the same bytes again', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const { bytes } = exactSheet(rows);
        expect(readCsv(bytes)).toEqual(rows);
        expect(Buffer.compare(exactSheet(readCsv(bytes)).bytes, bytes)).toBe(0);
      }),
      { seed, numRuns: count(200, 2_000) },
    );
  });

  it('for spreadsheets run nowhere and change in nothing but the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 6 }), (row) => {
        const { bytes, guarded } = spreadsheet([row]);
        expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const [cells = []] = readCsv(bytes.subarray(3));
        expect(cells.filter(wouldRun)).toEqual([]);
        const changed = cells.filter((cell, at) => cell !== row[at]);
        expect(changed.map((cell) => cell.slice(1))).toEqual(row.filter((cell, at) => cells[at] !== cell));
        expect(guarded).toBe(changed.length);
      }),
      { seed, numRuns: count(200, 2_000) },
    );
  });

  it('are cut to what a spreadsheet holds, and no character in two', () => {
    const { bytes, cut } = spreadsheet([[`${'a'.repeat(32_764)}🙂🙂`]]);
    const [[cell = ''] = []] = readCsv(bytes.subarray(3));
    expect([cut, cell.length, cell.isWellFormed(), cell.endsWith('a…')]).toEqual([1, 32_765, true, true]);
  });

  it('control: the exact variant would run', () => {
    expect(
      readCsv(exactSheet([['=1+1']]).bytes)
        .flat()
        .filter(wouldRun),
    ).toEqual(['=1+1']);
  });
});

describe('tables of a project', () => {
  it('no cell runs; the exact variant holds every part of every tag, and every link, as it is', () => {
    let rows = 0;
    fc.assert(
      fc.property(generatedSet, (contents) => {
        for (const { bytes } of tables(contents, false)) expect(readCsv(bytes.subarray(3)).flat().filter(wouldRun)).toEqual([]);
        const [claims, tags, links] = tables(contents, true).map(({ bytes }) => columns(bytes));
        const { annotations = [], relations = [] } = contents;
        const parts = annotations.flatMap((tag) =>
          tag.segments.map(({ start, end, exact }) => ({
            ...tag.attributes,
            tag_id: tag.id,
            exact,
            start: `${start}`,
            end: `${end}`,
            note: tag.note ?? '',
          })),
        );
        rows += parts.length;
        expect(tags).toHaveLength(parts.length);
        parts.forEach((part, at) => expect(tags?.[at]).toMatchObject(part));
        expect(claims?.map(({ claim_id: id }) => id).sort()).toEqual(
          annotations
            .filter(({ type }) => type === 'claim')
            .map(({ id }) => id)
            .sort(),
        );
        expect(links?.map(({ link_id: id }) => id)).toEqual(relations.map(({ id }) => id));
      }),
      { seed, numRuns: count(40, 1_000) },
    );
    expect(rows).toBeGreaterThan(40);
  }, 300_000);

  it('a claim stands beside its claimer, the way it came, its quote and its sentence', () => {
    const [claim] = columns(tables(sample(), true)[0]?.bytes ?? new Uint8Array());
    expect(claim).toMatchObject({
      article: 'Bridge',
      paragraph: '1',
      claim_text: 'The bridge is safe',
      kind: 'event',
      claimed_by: 'Mayor Ana Ruiz',
      source_mention: 'the mayor',
      relayed_via: 'AFP',
      quote_text: '“The bridge is safe,”',
      context: '“The bridge is safe,” the mayor told AFP.',
      annotator: 'Кира',
    });
  });

  it('the claims have the columns of the domain, in this order', () => {
    const [head] = readCsv(tables(sample(), true)[0]?.bytes ?? new Uint8Array());
    expect(head?.join(', ')).toBe(
      'article, publisher, published, url, paragraph, claim_id, claim_text, wording, kind, voice, claimed_by, source_mention, source_kind, source_naming, relayed_via, quote_text, context, checkworthy, status, note, flag, annotator, created, modified, codebook, text_hash, start, end',
    );
  });
});

function sample(): PackageContents {
  const content = 'Bridge\n\n“The bridge is safe,” the mayor told AFP. It rained.';
  const [id, author, set, at] = ['t', 'a', 's', '2026-01-01T00:00:00.000Z'];
  const tag = (name: string, type: string, words: string, attributes = {}) => ({
    ...{ id: name, text: id, set, type, attributes, origin: 'manual' as const, codebook: 'newsroom-core@1.0.0', author, created: at },
    segments: segmentsAt(content, [{ start: content.indexOf(words), end: content.indexOf(words) + words.length }]),
  });
  const link = (type: string, from: string, to: string) => ({ id: `${from}-${to}`, set, text: id, type, from, to, author, created: at });
  const paragraph = { id: 'z', kind: 'paragraph' as const, start: 8, end: content.length };
  return {
    texts: [{ id, length: content.length, content }],
    articles: [
      {
        id: 'b',
        title: 'Bridge',
        language: 'en',
        direction: 'ltr',
        status: 'done',
        added: at,
        versions: [{ text: id, added: at, zones: [paragraph] }],
      },
    ],
    authors: [{ id: author, name: 'Кира' }],
    sets: [{ id: set, author, basis: 'independent', created: at, heads: [] }],
    annotations: [
      tag('claim', 'claim', 'The bridge is safe', { kind: 'event' }),
      tag('quote', 'quote', '“The bridge is safe,”'),
      tag('mayor', 'source', 'the mayor', { entity: 'e' }),
      tag('afp', 'source', 'AFP'),
    ],
    relations: [link('claimed-by', 'claim', 'mayor'), link('relayed-via', 'claim', 'afp')],
    entities: [{ id: 'e', name: 'Mayor Ana Ruiz', aliases: [], identifiers: [] }],
  };
}
