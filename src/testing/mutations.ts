import { canonicalJson } from '../formats/canonical.ts';
import { checksumOf } from '../formats/package/write.ts';
import type { Chance } from './chance.ts';

/** One way to spoil a package file. Gives other bytes, or the same where there is nothing to spoil. */
export type Mutation = (file: Uint8Array, chance: Chance) => Uint8Array;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Members = { [key: string]: Json };
/** A value and where it hangs. */
interface Place {
  readonly parent: Json[] | Members;
  readonly key: string | number;
  readonly value: Json;
}

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const pick = <T>(from: readonly T[], chance: Chance): T | undefined => from[chance(from.length)];

const inBytes =
  (spoil: (file: Uint8Array, at: number, chance: Chance) => Uint8Array): Mutation =>
  (file, chance) =>
    spoil(file, chance(file.length), chance);

const inText =
  (spoil: (text: string, chance: Chance) => string): Mutation =>
  (file, chance) =>
    encode(spoil(decode(file), chance));

/** Spoils the value a file holds and, as somebody would who does it on purpose, lets the checksum fit again. */
const inValue =
  (spoil: (file: Members, chance: Chance) => void): Mutation =>
  (bytes, chance) => {
    const file = JSON.parse(decode(bytes)) as Members;
    spoil(file, chance);
    const { checksum: _, ...body } = file;
    return encode(canonicalJson({ ...body, checksum: checksumOf(body) }));
  };

function placesIn(value: Json, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    const inner = Reflect.get(value, key) as Json;
    found.push({ parent: value, key, value: inner });
    placesIn(inner, found);
  }
  return found;
}

const isRecord = (value: Json): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts something else in the place of one value of a kind. */
const instead = (fits: (value: Json) => boolean, other: (value: Json, chance: Chance) => Json): Mutation =>
  inValue((file, chance) => {
    const place = pick(
      placesIn(file).filter(({ value }) => fits(value)),
      chance,
    );
    if (place) Reflect.set(place.parent, place.key, other(place.value, chance));
  });

const isNumber = (value: Json) => typeof value === 'number';
const isString = (value: Json): value is string => typeof value === 'string';
const isList = (value: Json): value is Json[] => Array.isArray(value);
const isLongList = (value: Json) => isList(value) && value.length > 1;

const inList = (change: (list: Json[], at: number) => void): Mutation =>
  instead(isLongList, (value, chance) => {
    const list = [...(value as Json[])];
    change(list, chance(list.length - 1));
    return list;
  });

const newMember = (key: string, value: Json): Mutation =>
  inValue((file, chance) => {
    const record = pick(
      placesIn(file)
        .map((place) => place.value)
        .filter(isRecord),
      chance,
    );
    if (record) Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  });

/** Changes one record of a table. */
const inTable = (table: string, change: (record: Members, file: Members, chance: Chance) => void): Mutation =>
  inValue((file, chance) => {
    const record = pick((file[table] as Members[] | undefined) ?? [], chance);
    if (record) change(record, file, chance);
  });

const inSegment = (change: (segment: Members, segments: Json[]) => void): Mutation =>
  inTable('annotations', ({ segments }, _, chance) => {
    const segment = pick(segments as Members[], chance);
    if (segment) change(segment, segments as Json[]);
  });

const moved = (segment: Members, by: number) =>
  Object.assign(segment, { start: Number(segment.start) + by, end: Number(segment.end) + by });

const otherId = (id: string) => id.replace(/^./u, (first) => (first === 'f' ? '0' : 'f'));

const depth = 20_000;
const width = 50_000;

/** What happens to files on their way, and what somebody would do to one on purpose. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'cut short': inBytes((file, at) => file.slice(0, at)),
  'beginning lost': inBytes((file, at) => file.slice(at)),
  'one bit flipped': inBytes((file, at, chance) => file.map((byte, index) => (index === at ? byte ^ (1 << chance(8)) : byte))),
  'a piece lost': inBytes((file, at, chance) => joined(file.slice(0, at), file.slice(at + 1 + chance(200)))),
  'a piece twice': inBytes((file, at, chance) => joined(file.slice(0, at + 1 + chance(200)), file.slice(at))),
  'bytes put in': inBytes((file, at, chance) => joined(file.slice(0, at), Uint8Array.from([chance(256), chance(256)]), file.slice(at))),
  'zeros in a block': inBytes((file, at) => file.map((byte, index) => (index >= at && index < at + 512 ? 0 : byte))),
  'halves exchanged': inBytes((file, at) => joined(file.slice(at), file.slice(0, at))),
  'nothing at all': () => new Uint8Array(),
  'twice in one file': (file) => joined(file, file),
  'a byte order mark': (file) => joined(Uint8Array.from([0xef, 0xbb, 0xbf]), file),
  'UTF-16': (file) => Uint8Array.from([...decode(file)].flatMap((unit) => [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8])),
  'Latin-1': (file) => Uint8Array.from([...decode(file)].map((unit) => unit.charCodeAt(0) & 0xff)),
  'a zip file': (file) => joined(Uint8Array.from([0x50, 0x4b, 3, 4]), file),
  'a comment': inText((text) => text.replace('{', '{ // sound\n')),
  'a comma too many': inText((text) => text.replace(/\n\}\n$/u, ',\n}\n')),
  'CRLF line ends': inText((text) => text.replaceAll('\n', '\r\n')),
  'without spaces': inText((text) => text.replaceAll(/\n */gu, '')),
  'a name twice': inText((text, chance) =>
    text.replaceAll(/"id": "[^"]*"/gu, (member) => (chance(20) === 0 ? `${member}, ${member}` : member)),
  ),
  'half a surrogate pair': inText((text, chance) =>
    text.replaceAll(/"id": "/gu, (start) => (chance(20) === 0 ? `${start}\\ud83d` : start)),
  ),
  'a number without end': inText((text, chance) =>
    text.replaceAll(/"end": \d+/gu, (member) => (chance(9) === 0 ? '"end": 1e400' : member)),
  ),
  'a number no JSON has': inText((text, chance) =>
    text.replaceAll(/"start": \d+/gu, (member) => (chance(9) === 0 ? '"start": NaN' : member)),
  ),
  'deep lists': inText((text) => text.replace('{', `{"deep": ${'['.repeat(depth)}${']'.repeat(depth)},`)),
  'deep objects': inText((text) => text.replace('{', `{"deep": ${'{"a":'.repeat(depth)}1${'}'.repeat(depth)},`)),
  'many members': inText((text) => text.replace('{', `{${Array.from({ length: width }, (_, index) => `"m${index}":1,`).join('')}`)),
  'a long string': inText((text) => text.replace(/"note": "/u, (start) => `${start}${'x'.repeat(5_000_001)}`)),
  'a prototype': inText((text, chance) =>
    text.replaceAll('{', (brace) => (chance(30) === 0 ? `${brace}"__proto__": {"polluted": true},` : brace)),
  ),
  'a constructor': newMember('constructor', { prototype: { polluted: true } }),
  'a member named toString': newMember('toString', 'polluted'),
  'a member named hasOwnProperty': newMember('hasOwnProperty', 1),
  'an unknown member': newMember('colour', 'red'),
  'a member without a name': newMember('', null),
  'a member renamed': inValue((file, chance) => {
    const place = pick(
      placesIn(file).filter(({ key }) => isString(key)),
      chance,
    );
    if (!place) return;
    Reflect.deleteProperty(place.parent, place.key);
    Reflect.set(place.parent, `${String(place.key)}s`, place.value);
  }),
  'a member gone': inValue((file, chance) => {
    const place = pick(
      placesIn(file).filter(({ key }) => isString(key)),
      chance,
    );
    if (place) Reflect.deleteProperty(place.parent, place.key);
  }),
  'a number as words': instead(isNumber, String),
  'a number below zero': instead(isNumber, (value) => -Number(value) - 1),
  'a number too large': instead(isNumber, () => Number.MAX_SAFE_INTEGER),
  'a number beyond the whole ones': instead(isNumber, () => 1e300),
  'a fraction': instead(isNumber, (value) => Number(value) + 0.5),
  'another number': instead(isNumber, (value, chance) => Number(value) + 1 + chance(50)),
  'words as a number': instead(isString, (value) => String(value).length),
  'nothing instead of words': instead(isString, () => ''),
  'null instead of words': instead(isString, () => null),
  'other words': instead(isString, (value) => `${String(value)}x`),
  capitals: instead(isString, (value) => String(value).toUpperCase()),
  'a space before': instead(isString, (value) => ` ${String(value)}`),
  'control characters': instead(isString, (value) => `\u0000\u202e${String(value)}`),
  markup: instead(isString, () => '<img src=x onerror=alert(1)>'),
  'a list instead of words': instead(isString, (value) => [value]),
  'an object instead of a list': instead(isList, (value) => ({ ...(value as Json[]) })),
  'an empty list': instead(isLongList, () => []),
  'an object emptied': instead(isRecord, () => ({})),
  'true instead of an object': instead(isRecord, () => true),
  'one of a list twice': inList((list, at) => list.splice(at, 0, list[at] ?? null)),
  'one of a list gone': inList((list, at) => list.splice(at, 1)),
  'two of a list exchanged': inList((list, at) => list.splice(at, 2, list[at + 1] ?? null, list[at] ?? null)),
  'a list backwards': inList((list) => list.reverse()),
  'a newer format': inValue((file) => Object.assign(file, { formatVersion: 2 })),
  'other units': inValue((file) => Object.assign(file, { offsetUnit: 'utf-8' })),
  'ids of other records': inValue((file, chance) => {
    const ids = placesIn(file).filter(({ key, value }) => key !== 'id' && isString(value) && value.length === 36);
    const [one, other] = [pick(ids, chance), pick(ids, chance)];
    if (one && other) Reflect.set(one.parent, one.key, other.value);
  }),
  'an id nobody has': inValue((file, chance) => {
    const place = pick(
      placesIn(file).filter(({ value }) => isString(value) && value.length === 36),
      chance,
    );
    if (place) Reflect.set(place.parent, place.key, otherId(String(place.value)));
  }),
  'a hash nobody has': instead(
    (value) => isString(value) && value.length === 64,
    (value) => otherId(String(value)),
  ),
  'a text changed': inTable('texts', (text) => Object.assign(text, { content: `${String(text.content)}!` })),
  'a text without words': inTable('texts', (text) => Reflect.deleteProperty(text, 'content')),
  'a text taken out': inTable('texts', (text) => {
    Reflect.deleteProperty(text, 'content');
    Object.assign(text, { withheld: 'Not for everybody.' });
  }),
  'a stretch moved': inSegment((segment) => moved(segment, 1)),
  'a stretch far away': inSegment((segment) => moved(segment, 1_000_000)),
  'a stretch backwards': inSegment((segment) => Object.assign(segment, { start: segment.end ?? 0, end: segment.start ?? 0 })),
  'a stretch of nothing': inSegment((segment) => Object.assign(segment, { end: segment.start ?? 0, exact: '' })),
  'a stretch twice': inSegment((segment, segments) => segments.push({ ...segment })),
  'other words in a stretch': inSegment((segment) => Object.assign(segment, { exact: [...String(segment.exact)].reverse().join('') })),
  'another context': inSegment((segment) => Object.assign(segment, { prefix: `${String(segment.prefix)}a` })),
  'a tag of no type': inTable('annotations', (tag) => Object.assign(tag, { type: 'rumour' })),
  'a value nobody defined': inTable('annotations', (tag) => Object.assign(tag, { attributes: { tone: 'sharp' } })),
  'an entry nobody made': inTable('annotations', (tag) =>
    Object.assign(tag, { type: 'source', attributes: { entity: otherId(String(tag.id)) } }),
  ),
  'a codebook nobody wrote': inTable('annotations', (tag) => Object.assign(tag, { codebook: 'mine@9.9.9' })),
  'a link to itself': inTable('relations', (relation) => Object.assign(relation, { to: relation.from ?? null })),
  'a link backwards': inTable('relations', (relation) => Object.assign(relation, { from: relation.to ?? null, to: relation.from ?? null })),
  'a link of no type': inTable('relations', (relation) => Object.assign(relation, { type: 'knows' })),
  'a path with a gap': inTable('relations', (relation) => Object.assign(relation, { order: 7 })),
  'zones that overlap': inTable('articles', ({ versions }) => {
    const [version] = versions as Members[];
    for (const zone of (version?.zones as Members[] | undefined) ?? []) zone.start = 0;
  }),
  'a time that never was': inTable('sets', (set) => Object.assign(set, { created: '2026-02-31T25:00:00.000Z' })),
};
