import { formatMessages as said } from '../../messages/formats.ts';
import { readForeign } from '../companion.ts';
import { isId } from '../derived-id.ts';
import type { ForeignDocument, ForeignLink, ForeignTag, Found } from '../foreign.ts';
import type { FileFault, FormatFile, Given, ReadOutcome } from '../format.ts';
import { fromOneLine } from '../line-ends.ts';
import { attributeIn, attributeOfNote } from './names.ts';

/** Reads brat standoff: each .ann file with the .txt file of the same name; every folder is a set of its own. */
export const readBrat = (files: readonly FormatFile[], given: Given): ReadOutcome => readForeign(files, given, find);

function find(files: readonly FormatFile[]): Found {
  const read = files.filter(({ name }) => name.endsWith('.ann')).map((file) => documentIn(file, files));
  const faults = read.flatMap((result) => ('faults' in result ? result.faults : []));
  if (faults.length > 0) return { faults };
  const found = read.flatMap((result) => ('document' in result ? [result] : []));
  const documents = found.map(({ document }) => document);
  const keys = new Set(documents.map(({ file }) => folderOf(file)));
  return {
    documents,
    sets: [...keys].map((key) => ({ key, ...(isId(key) && { from: key }) })),
    people: [],
    leftOut: found.reduce((sum, item) => sum + item.leftOut, 0),
    nominal: { unit: 'code-point', crlf: 2 },
    relaysInFileOrder: true,
    cutAtLineEnds: true,
  };
}

const folderOf = (name: string): string =>
  name
    .slice(0, Math.max(0, name.lastIndexOf('/')))
    .split('/')
    .at(-1) ?? '';

type ReadDocument = { readonly document: ForeignDocument; readonly leftOut: number } | { readonly faults: readonly FileFault[] };

function documentIn({ name: file, bytes }: FormatFile, others: readonly FormatFile[]): ReadDocument {
  const beside = others.find(({ name }) => name === file.replace(/\.ann$/u, '.txt'));
  if (!beside) return { faults: [{ file, path: '', ...said.loneText }] };
  const [text, lines] = [decoded(beside.bytes), decoded(bytes)];
  if (text === null || lines === null) return { faults: [{ file: text === null ? beside.name : file, path: '', ...said.notUtf8 }] };
  const reading = new StandoffReading(file);
  reading.take(linesOf(lines));
  if (reading.faults.length > 0) return { faults: reading.faults };
  return { document: { file, path: '', text, article: {}, ...reading.found() }, leftOut: reading.leftOut };
}

interface Line {
  readonly id: string;
  readonly data: string;
  readonly words: string;
  readonly path: string;
}

/** The lines that are not empty; those of tags first, because others may stand before what they speak of. */
function linesOf(text: string): Line[] {
  const lines = text.split(/\r?\n/u).flatMap((line, index): Line[] => {
    const [id = '', data = '', ...rest] = line.split('\t');
    return line.trim() === '' ? [] : [{ id, data, words: rest.join('\t'), path: said.line(index + 1) }];
  });
  return [...lines.filter(({ id }) => id.startsWith('T')), ...lines.filter(({ id }) => !id.startsWith('T'))];
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface Growing extends ForeignTag {
  readonly attributes: Record<string, string>;
  readonly record: { note?: string; flag?: 'unsure' };
}

class StandoffReading {
  readonly faults: FileFault[] = [];
  readonly #file: string;
  readonly #tags = new Map<string, Growing>();
  readonly #links: ForeignLink[] = [];
  leftOut = 0;

  constructor(file: string) {
    this.#file = file;
  }

  found(): { tags: ForeignTag[]; links: ForeignLink[] } {
    return { tags: [...this.#tags.values()], links: this.#links };
  }

  take(lines: readonly Line[]): void {
    for (const line of lines) {
      if (/^T\d+$/u.test(line.id)) this.#takeTag(line);
      else if (/^R\d+$/u.test(line.id)) this.#takeLink(line);
      else if (/^[AM]\d+$/u.test(line.id)) this.#takeAttribute(line);
      else if (/^#\d*$/u.test(line.id)) this.#takeNote(line);
      else if (/^(?:E\d+|N\d+|\*)$/u.test(line.id)) this.leftOut += 1;
      else this.#refuse(line);
    }
  }

  #refuse({ path }: Line): void {
    this.faults.push({ file: this.#file, path, ...said.illLine(said.badLine) });
  }

  #takeTag(line: Line): void {
    const [, type = '', places = ''] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/u.exec(line.data) ?? [];
    const parts = places.split(';').map((place) => place.split(' ').map(Number));
    if (type === '' || this.#tags.has(line.id)) {
      this.#refuse(line);
      return;
    }
    this.#tags.set(line.id, {
      ...{ file: this.#file, path: line.path, key: this.#key(line.id), set: folderOf(this.#file), type },
      parts: parts.map(([start = 0, end = 0]) => ({ start, end })),
      joined: line.words,
      attributes: {},
      record: {},
    });
  }

  #takeLink(line: Line): void {
    const [, type, from, to] = /^(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)\s*$/u.exec(line.data) ?? [];
    if (type === undefined || from === undefined || to === undefined) {
      this.#refuse(line);
      return;
    }
    const place = { file: this.#file, path: line.path, set: folderOf(this.#file) };
    this.#links.push({ ...place, type, from: this.#key(from), to: this.#key(to), record: {} });
  }

  #takeAttribute({ data }: Line): void {
    const [name = '', target = '', value = ''] = data.split(' ');
    const tag = this.#tags.get(target);
    if (!tag) this.leftOut += 1;
    else if (name === 'unsure') tag.record.flag = 'unsure';
    else put(tag.attributes, attributeIn(name, tag.type), value);
  }

  #takeNote({ data, words }: Line): void {
    const [type = '', target = ''] = data.split(' ');
    const [tag, attribute] = [this.#tags.get(target), attributeOfNote(type)];
    if (!tag) this.leftOut += 1;
    else if (attribute === null)
      tag.record.note = tag.record.note === undefined ? fromOneLine(words) : `${tag.record.note}\n${fromOneLine(words)}`;
    else put(tag.attributes, attribute, fromOneLine(words));
  }

  #key = (id: string): string => `${this.#file}/${id}`;
}

/** Sets a member by a name from a file, whatever the name is. */
function put(members: Record<string, string>, name: string, value: string): void {
  Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
}
