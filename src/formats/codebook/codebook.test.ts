import { describe, expect, it } from 'vitest';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { contrast } from '../../model/codebooks/colours.ts';
import { newsroomCore } from '../../model/codebooks/newsroom-core.ts';
import { codebookWith, evidence, withAttribute, withoutValue, withRelation, withType } from '../../testing/changed-codebook.ts';
import { canonicalJson } from '../canonical.ts';
import { readCodebook } from './read.ts';
import { codebookFileName, writeCodebook } from './write.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const faultsOf = (bytes: Uint8Array) => {
  const read = readCodebook(bytes);
  return 'faults' in read ? read.faults : [];
};

describe('a codebook file', () => {
  it('comes back the same, and the same bytes', () => {
    const bytes = writeCodebook({ ...newsroomCore, chosen: 3 });
    const read = readCodebook(bytes);
    expect(read).toEqual({ codebook: newsroomCore });
    expect('codebook' in read && writeCodebook(read.codebook)).toEqual(bytes);
    expect(codebookFileName(newsroomCore)).toBe('newsroom-core_1.0.0.codebook.json');
  });

  it('may have no head', () => {
    expect(readCodebook(encode(JSON.stringify(newsroomCore)))).toEqual({ codebook: newsroomCore });
  });

  it('may have a type of its own', () => {
    expect(faultsOf(writeCodebook(codebookWith({ types: [...newsroomCore.types, evidence] })))).toEqual([]);
  });
});

describe('is refused, with its place,', () => {
  it.each<readonly [string, string, Uint8Array]>([
    ['as nothing', '', new Uint8Array()],
    ['as no JSON', '', encode('{')],
    ['with a byte order mark', '', encode('\ufeff{}')],
    ['as a list', '', encode('[]')],
    ['as other JSON', '/format', encode('{"a":1}')],
    ['as a package', '/format', encode('{"format":"attest-package"}')],
    ['as a newer file', '/formatVersion', encode(canonicalJson({ ...newsroomCore, format: 'attest-codebook', formatVersion: 2 }))],
    ['with a strange member', '/colour', encode(canonicalJson({ ...newsroomCore, colour: 'red' }))],
    ['with a choice', '/chosen', encode(canonicalJson({ ...newsroomCore, chosen: 1 }))],
    ['with __proto__', '/__proto__', encode('{"__proto__": {"polluted": true}, "types": []}')],
    ['with a name twice', '/id', encode('{"types": [], "id": "a", "id": "b"}')],
  ])('%s', (_, path, bytes) => {
    const [first, ...others] = faultsOf(bytes);
    expect(first).toEqual({ path, reason: expect.stringMatching(/./), fix: expect.stringMatching(/./) });
    expect(others).toEqual([]);
  });

  const colour = (type: string, scheme: 'light' | 'dark', change: object): Codebook =>
    withType(type, (found) => ({ ...found, colour: { ...found.colour, [scheme]: { ...found.colour[scheme], ...change } } }));
  const key = (id: string, to: string) => withType(id, (type) => ({ ...type, key: to }));
  const plus = (change: object) => codebookWith({ types: [...newsroomCore.types, { ...evidence, ...change }] });

  it.each<readonly [string, Codebook, readonly string[]]>([
    ['without a version', codebookWith({ version: '1' }), ['/version']],
    ['with an id that is none', codebookWith({ id: 'News room' }), ['/id']],
    ['with a colour by name', colour('claim', 'light', { line: 'red' }), ['/types/0/colour/light/line']],
    ['with a style sheet for a colour', colour('claim', 'light', { line: '#000000;}' }), ['/types/0/colour/light/line']],
    ['with a faint tint', colour('claim', 'dark', { tint: '#c8b08a' }), ['/types/0/colour/dark/line', '/types/0/colour/dark/tint']],
    ['with another key for quotes', key('quote', 'x'), ['/types/1/key']],
    ['with a key that Attest needs', plus({ key: 'b' }), ['/types/3/key']],
    ['with a capital for a key', plus({ key: 'X' }), ['/types/3/key']],
    ['with the key of claims for another', plus({ key: 'c' }), ['/types/3/key', '/types/3/key']],
    ['with the same letter twice', plus({ letter: 'C' }), ['/types/3/letter']],
    ['with a letter of two', plus({ letter: 'Ev' }), ['/types/3/letter']],
    ['with the same line twice', plus({ line: 'solid' }), ['/types/3/line']],
    ['with two boxes', plus({ line: 'box' }), ['/types/3/line', '/types/3/line']],
    [
      'with a fifth type',
      codebookWith({ types: [...newsroomCore.types, evidence, { ...evidence, id: 'other', letter: 'O', key: 'i' }] }),
      ['/types/4/line', '/types'],
    ],
    [
      'without quotes',
      codebookWith({ types: newsroomCore.types.filter(({ id }) => id !== 'quote') }),
      [
        '/relations/0/from/0',
        '/relations/2/from/0',
        '/relations/6/from/0',
        '/relations/6/to/0',
        '/relations/0/required/unless/mode',
        '/types',
      ],
    ],
    ['without a voice', withAttribute('claim', 'voice', () => null), ['/relations/1/required/unless/voice', '/types/0/attributes']],
    [
      'without the article’s voice',
      withoutValue('claim', 'voice', 'article'),
      ['/relations/1/required/unless/voice', '/types/0/attributes'],
    ],
    [
      'without relays',
      codebookWith({ relations: newsroomCore.relations.filter(({ id }) => id !== 'relayed-via') }),
      ['/relations', '/relations'],
    ],
    ['with a link from nowhere', withRelation('supports', (r) => ({ ...r, from: ['event'] })), ['/relations/4/from/0']],
    ['with a link by another key', withRelation('supports', (r) => ({ ...r, key: 'q' })), ['/relations/4/key']],
    [
      'with a default that is no value',
      withAttribute('claim', 'status', (a) => ({ ...a, default: 'gone' })),
      ['/types/0/attributes/3/default'],
    ],
    [
      'with a choice of nothing',
      withAttribute('quote', 'translated', ({ default: _, ...a }) => ({ ...a, values: [] })),
      ['/types/1/attributes/1/values'],
    ],
    [
      'with a letter for a value',
      withAttribute('quote', 'mode', (a) => ({ ...a, values: [{ id: 'scare', label: 'Scare', key: 'x' }] })),
      ['/types/1/attributes/0/values/0/key'],
    ],
    ['with an unknown check', codebookWith({ checks: [{ id: 'spelling', level: 'hint' }] }), ['/checks/0/id']],
  ])('%s', (_, codebook, paths) => {
    const found = faultsOf(writeCodebook(codebook));
    expect(found.map(({ path }) => path).sort()).toEqual([...paths].sort());
    expect(found.every(({ reason, fix }) => reason !== '' && fix !== '')).toBe(true);
  });

  it('with a line just too faint, and not with one just legible enough: the figures are named', () => {
    // Greys on paper, panel and a tint that is paper: the panel is the darkest of the three.
    const grey = (level: number) => `#${level.toString(16).padStart(2, '0').repeat(3)}`;
    const levels = Array.from({ length: 256 }, (_, level) => level);
    const faintest = levels.findLast((level) => contrast(grey(level), '#f3f1ec') >= 4.5) ?? 0;
    const faults = (level: number) => faultsOf(writeCodebook(colour('claim', 'light', { line: grey(level), tint: '#ffffff' })));
    expect(faults(faintest)).toEqual([]);
    expect(faults(faintest + 1)).toEqual([
      {
        path: '/types/0/colour/light/line',
        reason: expect.stringMatching(/contrast of 4\.4\d on the panel in light colours; it must have 4\.5/),
        fix: 'Take a darker colour.',
      },
    ]);
  });
});

it('contrast is that of the definition: black on white, and the published pairs of the default codebook', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#b54708', '#fdebd3')).toBeCloseTo(4.65, 2);
  expect(contrast('#0b5cad', '#ffffff')).toBeCloseTo(6.67, 2);
});
