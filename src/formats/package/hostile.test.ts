import { afterEach, describe, expect, it } from 'vitest';
import { samplePackage, sampleText } from '../../testing/sample-package.ts';
import { canonicalJson } from '../canonical.ts';
import { readPackage } from './read.ts';
import { checksumOf } from './write.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const { bytes, json } = samplePackage();

// Broken on purpose, wherever a case wants it.
type Loose = ReturnType<typeof samplePackage>['json'];

/** The sample with one thing changed, and a checksum that fits again: somebody who breaks a file on purpose can do that too. */
function broken(change: (file: Loose) => void): Uint8Array {
  const file = structuredClone(json);
  change(file);
  return encode(canonicalJson({ ...file, checksum: checksumOf(file) }));
}

const raw = (change: (text: string) => string) => encode(change(new TextDecoder().decode(bytes)));

function faults(file: Uint8Array) {
  const read = readPackage(file);
  return 'faults' in read ? read : { readable: true, faults: [] };
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Loose).polluted).toBeUndefined();
});

it('the sample itself is sound', () => {
  expect(faults(bytes).faults).toEqual([]);
});

describe('what cannot be read at all', () => {
  it.each<readonly [string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a file cut short', bytes.slice(0, 900)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${JSON.stringify(json)}`, 'utf16le'))],
    ['Latin-1', Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d])],
    ['a web page', encode('<!doctype html><p>Sign in</p>')],
    ['a number no JSON has', raw((text) => text.replace('"formatVersion": 1', '"formatVersion": NaN'))],
  ])('%s', (_, file) => {
    const { readable, faults: found } = faults(file);
    expect(readable).toBe(false);
    expect(found).toEqual([{ path: '', reason: expect.stringMatching(/./), fix: expect.stringMatching(/./) }]);
  });
});

const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('what is read and refused, with its place', () => {
  it.each<readonly [string, string, Uint8Array]>([
    ['other JSON', '/format', encode('{"a":1}')],
    ['a list', '/format', encode('[]')],
    ['a byte order mark', '', encode(`\ufeff${JSON.stringify(json)}`)],
    ['a newer version', '/formatVersion', broken((file) => Object.assign(file, { formatVersion: 2 }))],
    ['a wrong checksum', '/checksum', encode(canonicalJson({ ...json, checksum: '0'.repeat(64) }))],
    ['__proto__', '/__proto__', raw((text) => text.replace('{', '{"__proto__": {"polluted": true},'))],
    ['constructor', '/constructor', raw((text) => text.replace('{', '{"constructor": {"prototype": {"polluted": true}},'))],
    ['a name that occurs twice', '/format', raw((text) => text.replace('"format":', '"format": "attest-package", "format":'))],
    ['depth', '/a/0/0/0/0/0/0/0', broken((file) => Object.assign(file, { a: deep(100) }))],
    ['an unknown member', '/extra', broken((file) => Object.assign(file, { extra: 1 }))],
    ['an unknown member of a record', '/annotations/0/x', broken((file) => Object.assign(file.annotations[0], { x: 1 }))],
    ['a missing member', '/annotations/0/set', broken((file) => Reflect.deleteProperty(file.annotations[0], 'set'))],
    ['a fraction', '/annotations/0/segments/0/start', broken((file) => Object.assign(file.annotations[0].segments[0], { start: 22.5 }))],
    [
      'a huge number',
      '/annotations/0/segments/0/end',
      raw((text) => text.replace(/"end": \d+/, (end) => (text.indexOf(end) < text.indexOf('"articles"') ? '"end": 1e400' : end))),
    ],
    ['a shifted offset', '/annotations/1/segments/0/exact', broken((file) => shift(file.annotations[1].segments[0], 1))],
    ['other words', '/annotations/1/segments/0/exact', broken((file) => Object.assign(file.annotations[1].segments[0], { exact: 'Tim' }))],
    [
      'another context',
      '/annotations/1/segments/0/prefix',
      broken((file) => Object.assign(file.annotations[1].segments[0], { prefix: 'nowhere' })),
    ],
    ['a place outside', '/annotations/1/segments/0', broken((file) => shift(file.annotations[1].segments[0], 5_000))],
    ['a cut character', '/annotations/0/segments/0/end', broken((file) => cutFamily(file.annotations[0].segments[0]))],
    ['parts out of order', '/annotations/2/segments/1', broken((file) => file.annotations[2].segments.reverse())],
    [
      'a text that is not its hash',
      '/texts/0/id',
      broken((file) => Object.assign(file.texts[0], { content: `${file.texts[0].content}!` })),
    ],
    ['a wrong length', '/texts/0/length', broken((file) => Object.assign(file.texts[0], { length: 3 }))],
    [
      'zones that overlap',
      '/articles/0/versions/0/zones/1',
      broken((file) => Object.assign(file.articles[0].versions[0].zones[1], { start: 0 })),
    ],
    ['an unknown set', '/annotations/0/set', broken((file) => Object.assign(file.annotations[0], { set: file.annotations[0].id }))],
    ['an unknown author', '/sets/0/author', broken((file) => Object.assign(file.sets[0], { author: file.sets[0].id }))],
    ['an unknown codebook', '/annotations/0/codebook', broken((file) => Object.assign(file.annotations[0], { codebook: 'mine@1.0.0' }))],
    ['an unknown end', '/relations/0/to', broken((file) => Object.assign(file.relations[0], { to: file.sets[0].id }))],
    ['an id that occurs twice', '/annotations/1/id', broken((file) => Object.assign(file.annotations[1], { id: file.annotations[0].id }))],
    [
      'half a surrogate pair',
      '/annotations/0/note',
      raw((text) => text.replace('"origin": "manual"', '"note": "\\ud83d", "origin": "manual"')),
    ],
  ])('%s', (_, path, file) => {
    const { readable, faults: found } = faults(file);
    expect(readable).toBe(true);
    expect(found.map((fault) => fault.path)).toContain(path);
    expect(found.every(({ reason, fix }) => reason !== '' && fix !== '')).toBe(true);
  });
});

function shift(segment: Loose, by: number): void {
  segment.start += by;
  segment.end += by;
}

/** Ends between the members of the emoji family: whole code points, half a grapheme cluster. */
function cutFamily(segment: Loose): void {
  segment.end = sampleText.indexOf('👩‍👩‍👧') + 3;
  segment.exact = sampleText.slice(segment.start, segment.end);
  segment.suffix = '';
}
