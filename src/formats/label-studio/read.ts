import { formatMessages as said } from '../../messages/formats.ts';
import { grouped } from '../../model/grouped.ts';
import { readForeign } from '../companion.ts';
import { derivedId } from '../derived-id.ts';
import { pointer } from '../fault.ts';
import type { ForeignDocument, ForeignLink, ForeignPart, ForeignSet, ForeignTag, Found } from '../foreign.ts';
import type { FormatFile, Given, ReadOutcome } from '../format.ts';
import { eachChecked } from '../json-file.ts';
import { chainFrom, nextPart } from '../next-part.ts';
import { present } from '../present.ts';
import { attributeOfControl } from './names.ts';
import { type Result, type Task, tasksSchema } from './schema.ts';

/** Reads the JSON export of Label Studio: regions with labels, their choices and texts, relations; what each person made is a set. */
export const readLabelStudio = (files: readonly FormatFile[], given: Given): ReadOutcome => readForeign(files, given, find);

function find(files: readonly FormatFile[]): Found {
  const read = eachChecked(
    files.filter(({ name }) => !name.endsWith('.xml')),
    tasksSchema,
  );
  if ('faults' in read) return read;
  const found = read.values.flatMap(({ file, value }) => value.map((task, index) => documentOf(file, index, task)));
  const sets = new Map(found.flatMap((item) => item.sets.map((set) => [set.key, set] as const)));
  return {
    documents: found.map(({ document }) => document),
    sets: [...sets.values()],
    people: [],
    leftOut: found.reduce((sum, item) => sum + item.leftOut, 0),
    nominal: { unit: 'code-point', crlf: 2 },
    relaysInFileOrder: true,
  };
}

function documentOf(file: string, at: number, { data, annotations = [], predictions = [] }: Task) {
  const path = pointer([at]);
  const readings = annotations.map(({ result, completed_by: by = '' }, index) => {
    const reading = new ResultReading(file, [at, 'annotations', index, 'result'], by);
    return { by, ...reading.read(result), leftOut: reading.leftOut };
  });
  const { text, ...facts } = data;
  const document: ForeignDocument = {
    ...{ file, path, text, article: present(facts) },
    tags: readings.flatMap(({ tags }) => tags),
    links: readings.flatMap(({ links }) => links),
  };
  const leftOut = readings.reduce((sum, reading) => sum + reading.leftOut, predictions.length);
  return { document, sets: readings.map(({ by }) => setOf(by)), leftOut };
}

const setOf = (by: string): ForeignSet => ({
  key: by,
  author: { id: derivedId('label-studio', by), name: by.includes('@') ? by : said.annotator(by) },
});

class ResultReading {
  readonly #file: string;
  readonly #at: readonly PropertyKey[];
  readonly #set: string;
  leftOut = 0;

  constructor(file: string, at: readonly PropertyKey[], set: string) {
    this.#file = file;
    this.#at = at;
    this.#set = set;
  }

  read(results: readonly Result[]): { tags: ForeignTag[]; links: ForeignLink[] } {
    const placed = results.map((result, index) => ({ result, index }));
    const regions = placed.filter(({ result: { type, value } }) => type === 'labels' && value?.start !== undefined);
    const relations = placed.filter(({ result: { type } }) => type === 'relation');
    const values = grouped(
      placed.filter(({ result: { type } }) => type === 'choices' || type === 'textarea'),
      ({ result: { id } }) => id,
    );
    this.leftOut = placed.length - regions.length - relations.length - [...values.values()].flat().length;
    const [joints, links] = [relations.filter(isJoint), relations.filter((item) => !isJoint(item))];
    const next = new Map(joints.map(({ result: { from_id: from, to_id: to } }) => [from, to]));
    const later = new Set(next.values());
    const byId = new Map(regions.map(({ result }) => [result.id, result]));
    const tags = regions
      .filter(({ result: { id } }) => !later.has(id))
      .map(({ result, index }) =>
        this.#tag(
          index,
          chainFrom(result, ({ id }) => id, next, byId),
          (values.get(result.id) ?? []).map((item) => item.result),
        ),
      );
    return { tags, links: links.map(({ result, index }) => this.#link(result, index)) };
  }

  #place = (index: number) => ({ file: this.#file, path: pointer([...this.#at, index]), set: this.#set });
  #key = (id = ''): string => `${this.#file}${pointer(this.#at)}/${id}`;

  #tag(index: number, parts: readonly Result[], values: readonly Result[]): ForeignTag {
    const [head] = parts;
    const type = head?.value?.labels?.[0] ?? '';
    const note = head?.meta?.text?.join('\n');
    const flagged = values.some(({ from_name: from, value }) => from === 'flag' && value?.choices?.includes('unsure'));
    return {
      ...this.#place(index),
      key: this.#key(head?.id),
      type,
      parts: parts.flatMap(partOf),
      attributes: Object.fromEntries(values.flatMap((value) => attributeIn(value, type))),
      record: present({ note, flag: flagged ? ('unsure' as const) : null }),
    };
  }

  #link({ labels = [], from_id: from, to_id: to, direction }: Result, index: number): ForeignLink {
    const ends = direction === 'left' ? { from: to, to: from } : { from, to };
    return { ...this.#place(index), type: labels[0] ?? '', from: this.#key(ends.from), to: this.#key(ends.to), record: {} };
  }
}

const isJoint = ({ result: { labels } }: { readonly result: Result }): boolean => labels?.includes(nextPart) ?? false;

function partOf({ value }: Result): ForeignPart[] {
  const { start, end, text } = value ?? {};
  if (start === undefined || end === undefined) return [];
  return [{ start, end, ...(text?.[0] !== undefined && { exact: text[0] }) }];
}

function attributeIn({ from_name: from = '', value }: Result, type: string): [string, string][] {
  const [id, words] = [attributeOfControl(from, type), value?.choices?.[0] ?? value?.text?.[0]];
  return id === null || words === undefined ? [] : [[id, words]];
}
