import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackageContents } from '../model/package-contents.ts';
import { faultsAsPackage, nothingKnown } from '../testing/round-trip.ts';
import { count, seed } from '../testing/test-length.ts';
import type { FormatFile, Given, ReadOutcome } from './format.ts';
import { formatNamed, formatOf } from './table.ts';

// The little article of every example, in the way each tool writes it.
const text = 'Mayor Ana Ruiz 🙂 said: “The bridge is safe.”';
const file = (name: string, content: unknown): FormatFile => ({
  name,
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
});

const brat = (ann: string, txt = text) => [file('a.txt', txt), file('a.ann', ann)];
const standoff = [
  'T1\tQuote 23 44\t“The bridge is safe.”',
  'T2\tSource 0 14\tMayor Ana Ruiz',
  'R1\tsaid_by Arg1:T1 Arg2:T2\t',
  'A1\tmode T1 direct',
  '#1\tAnnotatorNotes T1\tchecked against the transcript',
  'N1\tReference T2 Wikidata:Q42\tAna Ruiz',
];
const structure = (id: number, type: string, members: object) => ({ '%ID': id, '%TYPE': type, '@sofa': 1, ...members });
const cas = {
  '%TYPES': {},
  '%FEATURE_STRUCTURES': [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text },
    structure(2, 'webanno.custom.Mark', { begin: 24, end: 45, kind: 'quote' }),
    structure(3, 'webanno.custom.Mark', { begin: 0, end: 14, kind: 'source' }),
    structure(4, 'webanno.custom.Attribution', { begin: 0, end: 14, '@Dependent': 3, '@Governor': 2, role: 'said by' }),
    structure(5, 'uima.tcas.DocumentAnnotation', { begin: 0, end: 45, language: 'en' }),
    structure(6, 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', { begin: 0, end: 5 }),
  ],
  '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5, 6] } },
};
const region = (id: string, start: number, end: number, label: string, words?: string) => ({
  ...{ id, from_name: 'label', to_name: 'article', type: 'labels' },
  value: { start, end, labels: [label], ...(words !== undefined && { text: words }) },
});
const labelStudio = [
  {
    data: { text },
    annotations: [
      {
        completed_by: { id: 4, email: 'ana@example.org' },
        result: [
          region('r1', 23, 44, 'Quote', '“The bridge is safe.”'),
          region('r2', 0, 14, 'Source', 'Mayor Ana Ruiz'),
          { from_id: 'r1', to_id: 'r2', type: 'relation', direction: 'right', labels: ['said by'] },
        ],
      },
    ],
    predictions: [{ model_version: 'x' }],
  },
];
const doccano = {
  text,
  entities: [
    { id: 1, label: 'Quote', start_offset: 24, end_offset: 45 },
    { id: 2, label: 'Source', start_offset: 0, end_offset: 14 },
  ],
  relations: [{ id: 1, from_id: 1, to_id: 2, type: 'said-by' }],
  Comments: [],
};
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' });
const note = (id: string, tags: readonly string[], selector: readonly object[], members: object = {}) => ({
  ...{ id, uri: 'https://example.org/bridge', text: 'comment', tags, target: [{ source: 'https://example.org/bridge', selector }] },
  ...{ user: 'acct:ana@example.org', created: '2026-01-01T10:00:00.5+00:00', updated: '2026-01-01T10:00:00.5+00:00', ...members },
});
const hypothesis = {
  export_date: '2026-01-02T00:00:00Z',
  annotations: [
    note('a1', ['quote', 'bridge'], [position(24, 45), quote('“The bridge is safe.”')]),
    note('a2', ['Source'], [position(0, 14), quote('Mayor Ana Ruiz')], { user: 'acct:ben@example.org' }),
    note('a3', [], [], { references: ['a1'] }),
  ],
};
const w3c = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/anno/1',
  type: 'Annotation',
  creator: { id: 'https://example.org/people/ana', name: 'Ana' },
  created: '2026-01-01T10:00:00Z',
  body: { type: 'TextualBody', purpose: 'tagging', value: 'quote' },
  target: { source: 'https://example.org/bridge', selector: [quote('“The bridge is safe.”'), position(23, 44)] },
};

/** The article as it is here already, under its address. */
const known: PackageContents = (() => {
  const [read] = [formatNamed('brat')?.read?.(brat(''), nothingKnown)];
  if (read?.outcome !== 'read') throw new Error('A text without tags is read.');
  const { texts = [], articles = [] } = read.contents;
  return { texts, articles: articles.map((article) => ({ ...article, url: 'https://example.org/bridge' })) };
})();

function read(files: readonly FormatFile[], given: Partial<Given> = {}): ReadOutcome {
  const format = formatOf(files);
  if (!format?.read) throw new Error('The format of the files is not known.');
  return format.read(files, { ...nothingKnown, ...given });
}

function contentsOf(outcome: ReadOutcome): PackageContents {
  if (outcome.outcome !== 'read') throw new Error(JSON.stringify(outcome));
  expect(faultsAsPackage(outcome.contents)).toEqual([]);
  return outcome.contents;
}

const words = ({ annotations = [] }: PackageContents) =>
  annotations.map(({ type, segments }) => `${type}: ${segments.map(({ exact }) => exact).join(' … ')}`).sort();
const both = ['quote: “The bridge is safe.”', 'source: Mayor Ana Ruiz'];

const files: readonly (readonly [string, readonly FormatFile[]])[] = [
  ['brat', brat(`${standoff.join('\n')}\n`)],
  ['cas', [file('a.json', cas)]],
  ['label-studio', [file('export.json', labelStudio)]],
  ['doccano', [file('all.jsonl', `${JSON.stringify(doccano)}\n`)]],
  ['hypothesis', [file('hypothesis.json', hypothesis)]],
];

describe.each(files)('files of other tools: %s', (id, given) => {
  it('are known by what stands in them', () => expect(formatOf(given)?.id).toBe(id));

  it('give their tags and links', () => {
    const contents = contentsOf(read(given, { known }));
    expect(words(contents)).toEqual(both);
    expect(contents.relations?.map(({ type }) => type) ?? []).toEqual(id === 'hypothesis' ? [] : ['said-by']);
    expect(contents.annotations?.every(({ origin }) => origin === 'imported')).toBe(true);
  });

  it('find the article that is here by its text or address, and make none twice', () => {
    expect(contentsOf(read(given, { known })).articles).toEqual(known.articles);
  });

  it('give the same records when they are read again', () => {
    expect(contentsOf(read(given, { known }))).toEqual(contentsOf(read(given, { known })));
  });
});

describe('brat', () => {
  it('keeps attributes and notes, and leaves out what is no tag', () => {
    const outcome = read(brat(standoff.join('\n')));
    const [tag] = contentsOf(outcome).annotations?.filter(({ type }) => type === 'quote') ?? [];
    expect(tag).toMatchObject({ attributes: { mode: 'direct' }, note: 'checked against the transcript' });
    expect(outcome).toMatchObject({
      notes: [
        { facet: 'left-out', count: 1 },
        { facet: 'new-article', count: 1 },
      ],
    });
  });

  it('reads fragments in any order, and joins those that a line end parts', () => {
    const [first, second] = ['He said “one', 'two” and left.'];
    const ann = `T1\tquote 8 12;13 17\t“one two”\nT2\tclaim 22 26;0 7\tleft He said`;
    const contents = contentsOf(read(brat(ann, `${first}\n${second}`)));
    expect(words(contents)).toEqual(['claim: He said … left', 'quote: “one\ntwo”']);
  });

  it.each<readonly [string, string, RegExp]>([
    ['a line without a kind', 'Quote 23 44\twords', /standoff/u],
    ['a broken place', 'T1\tQuote 23\twords', /standoff/u],
    ['a tag twice', `${standoff[0]}\n${standoff[0]}`, /standoff/u],
    ['a type that is not in the codebook', 'T1\tPerson 0 14\tMayor Ana Ruiz', /no type “Person”/u],
    ['a link that is not in the codebook', [standoff[0], standoff[1], 'R1\tmarried Arg1:T1 Arg2:T2'].join('\n'), /no link “married”/u],
    ['a link that leads nowhere', [standoff[0], 'R1\tsaid-by Arg1:T1 Arg2:T9'].join('\n'), /no tag of the file/u],
    ['an attribute that is not in the codebook', [standoff[0], 'A1\tmood T1 high'].join('\n'), /no attribute “mood”/u],
    ['an empty tag', 'T1\tQuote 23 23\t', /no text/u],
  ])('refuses %s with file, line, reason and remedy', (_, ann, reason) => {
    const outcome = read(brat(ann));
    expect(outcome.outcome).toBe('refused');
    if (outcome.outcome !== 'refused') return;
    const [fault] = outcome.faults;
    expect(fault).toMatchObject({ file: 'a.ann', path: expect.stringMatching(/^line \d$/u), reason: expect.stringMatching(reason) });
    expect(fault?.fix).not.toBe('');
  });

  it('needs the text beside it', () => {
    expect(read([file('a.ann', standoff.join('\n'))])).toMatchObject({
      outcome: 'refused',
      faults: [{ file: 'a.ann', reason: expect.stringContaining('.txt') }],
    });
  });
});

describe('CAS JSON', () => {
  it('names the types before the structures, and the text before all else, as readers that stream need it', () => {
    const written = formatNamed('cas')?.write?.(known, { application: 'Attest' }).files[0]?.bytes;
    const json = JSON.parse(new TextDecoder().decode(written));
    expect(Object.keys(json)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
    expect(json['%FEATURE_STRUCTURES'][0]).toMatchObject({ '%TYPE': 'uima.cas.Sofa', sofaString: text });
  });
});

describe('Hypothesis', () => {
  it('keeps who wrote what and when, comments, other tags; replies are left', () => {
    const outcome = read([file('h.json', hypothesis)], { known });
    const { annotations = [], authors = [], sets = [] } = contentsOf(outcome);
    const names = new Map(authors.map(({ id, name }) => [id, name]));
    expect(annotations.map(({ type, author, created, note: noted }) => [type, names.get(author), created, noted])).toEqual([
      ['quote', 'ana@example.org', '2026-01-01T10:00:00.500Z', 'comment\n#bridge'],
      ['source', 'ben@example.org', '2026-01-01T10:00:00.500Z', 'comment'],
    ]);
    expect(sets.map(({ author }) => names.get(author))).toEqual(['ana@example.org', 'ben@example.org']);
    expect(outcome).toMatchObject({ notes: [{ facet: 'left-out', count: 1 }] });
  });

  it('adds to the same set when a later export brings more', () => {
    const earlier = { annotations: hypothesis.annotations.slice(0, 1) };
    const [first, later] = [earlier, hypothesis].map((notes) => contentsOf(read([file('h.json', notes)], { known })));
    expect(later?.annotations?.slice(0, 1)).toEqual(first?.annotations);
    expect(later?.sets?.slice(0, 1)).toEqual(first?.sets);
  });

  it('a note without a type gets the one that is named, and is refused where none is', () => {
    const untyped = [file('h.json', { annotations: [note('a1', ['bridge'], [position(0, 14), quote('Mayor Ana Ruiz')])] })];
    expect(read(untyped, { known })).toMatchObject({ outcome: 'refused', faults: [{ path: '/annotations/0' }] });
    expect(words(contentsOf(read(untyped, { known, untyped: 'source' })))).toEqual(['source: Mayor Ana Ruiz']);
  });

  it('an article that is not here is named', () => {
    expect(read([file('h.json', hypothesis)])).toMatchObject({
      outcome: 'refused',
      faults: [{ reason: expect.stringContaining('https://example.org/bridge') }],
    });
  });

  it('a page with other words around it goes to be anchored anew, with its passages', () => {
    const moved = { annotations: [note('a1', ['quote'], [position(124, 145), quote('“The bridge is safe.”')])] };
    expect(read([file('h.json', moved)], { known })).toMatchObject({
      outcome: 'unanchored',
      report: [{ fitting: 0, of: 1 }, ...Array.from({ length: 6 }, () => ({ fitting: 0, of: 1 }))],
      passages: [{ file: 'h.json', path: '/annotations/0', exact: '“The bridge is safe.”', start: 124, end: 145 }],
    });
  });
});

describe('W3C Web Annotation', () => {
  it('a single annotation of somebody else is read, with its author', () => {
    const contents = contentsOf(read([file('one.jsonld', w3c)], { known }));
    expect(words(contents)).toEqual([both[0]]);
    expect(contents.authors).toContainEqual({ id: contents.annotations?.[0]?.author, name: 'Ana' });
  });

  it('a quotation without a place goes to be anchored anew', () => {
    const unplaced = { ...w3c, target: { source: w3c.target.source, selector: quote('“The bridge is safe.”') } };
    expect(read([file('one.jsonld', unplaced)], { known })).toMatchObject({
      outcome: 'unanchored',
      passages: [{ exact: '“The bridge is safe.”' }],
    });
  });
});

it('a companion that is broken is refused and not left aside', () => {
  const outcome = read([...brat(standoff.join('\n')), file('without-tags.attest.json', '{}')]);
  expect(outcome).toMatchObject({ outcome: 'refused', faults: [{ file: 'without-tags.attest.json' }] });
});

describe('broken files', () => {
  const all = [...files, ['w3c', [file('one.jsonld', w3c)]] as const];

  it.each(all)('%s: whatever a byte becomes, it is read whole or refused, and nothing throws', (id, given) => {
    const format = formatNamed(id);
    const last = given.at(-1) ?? file('', '');
    let refused = 0;
    fc.assert(
      fc.property(
        fc.nat(last.bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('flip', 'cut', 'double'),
        (at, by, how) => {
          const { bytes } = last;
          const flipped = bytes.map((byte, index) => (index === at ? byte ^ by : byte));
          const doubled = new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(Math.max(0, at - by))]);
          const broken = how === 'flip' ? flipped : how === 'cut' ? bytes.subarray(0, at) : doubled;
          const outcome = format?.read?.([...given.slice(0, -1), { name: last.name, bytes: broken }], { ...nothingKnown, known });
          if (outcome?.outcome === 'read') expect(faultsAsPackage(outcome.contents)).toEqual([]);
          if (outcome?.outcome === 'refused') {
            refused += 1;
            expect(outcome.faults.length).toBeGreaterThan(0);
            for (const fault of outcome.faults) expect([fault.file, fault.reason, fault.fix]).not.toContain('');
          }
        },
      ),
      { seed, numRuns: count(200, 2_000) },
    );
    expect(refused).toBeGreaterThan(count(200, 2_000) / 4);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('the name %s reaches nothing', (name) => {
    const ann = `${standoff[0]}\nA1\t${name} T1 x\n#1\tAttest_${name} T1\tpolluted`;
    expect(read(brat(ann)).outcome).toBe('refused');
    expect(
      read([
        file('a.json', JSON.stringify(cas).replace('"kind":"quote"', `"kind":"quote","attribute_${name}":"x","${name}":{"polluted":"x"}`)),
      ]).outcome,
    ).toBe('refused');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
