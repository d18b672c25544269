import { z } from 'zod';
import { grouped } from '../../model/grouped.ts';
import type { Acknowledgements, Annotation, Id, Relation } from '../../model/records.ts';
import { readForeign } from '../companion.ts';
import { isId } from '../derived-id.ts';
import { pointer } from '../fault.ts';
import type { ForeignDocument, ForeignLink, ForeignPart, ForeignTag, Found } from '../foreign.ts';
import type { FormatFile, Given, ReadOutcome } from '../format.ts';
import { eachChecked } from '../json-file.ts';
import { present } from '../present.ts';
import { attributeOfFeature, linkLayer, tagLayer } from './layers.ts';

const structure = z.looseObject({
  '%ID': z.int(),
  '%TYPE': z.string(),
  '@sofa': z.int().optional(),
  begin: z.int().optional(),
  end: z.int().optional(),
});
const casSchema = z.object({ '%FEATURE_STRUCTURES': z.array(structure) });

type Structure = z.infer<typeof structure> & { readonly at: number };

/** Reads UIMA CAS JSON 0.4: the layers of Attest, and spans and relations of other layers by their label. */
export const readCas = (files: readonly FormatFile[], given: Given): ReadOutcome => readForeign(files, given, find);

function find(files: readonly FormatFile[]): Found {
  const read = eachChecked(files, casSchema);
  if ('faults' in read) return read;
  const found = read.values.flatMap(({ file, value }) =>
    documentsIn(
      file,
      value['%FEATURE_STRUCTURES'].map((item, at) => ({ ...item, at })),
    ),
  );
  const documents = found.map(({ document }) => document);
  const keys = new Set(documents.flatMap(({ tags }) => tags.map(({ set }) => set)));
  return {
    documents,
    sets: [...keys].map((key) => ({ key, ...(isId(key) && { id: key }) })),
    people: [],
    leftOut: found.reduce((sum, item) => sum + item.leftOut, 0),
    nominal: { unit: 'utf-16', crlf: 2 },
    relaysInFileOrder: false,
  };
}

// What tools put into every document: no tags of anybody.
const ofTools = /^(?:uima\.|de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|metadata)\.)/u;

function documentsIn(file: string, structures: readonly Structure[]): { document: ForeignDocument; leftOut: number }[] {
  return structures
    .filter((item) => item['%TYPE'] === 'uima.cas.Sofa')
    .map((sofa) => {
      const own = structures.filter((item) => item['@sofa'] === sofa['%ID']);
      const whole = own.find((item) => item['%TYPE'] === 'uima.tcas.DocumentAnnotation');
      const text = words(sofa, 'sofaString') ?? '';
      const reading = new DocumentReading(
        file,
        own.filter((item) => !ofTools.test(item['%TYPE'])),
      );
      const checks = whole?.end === undefined || text === '' ? [] : [{ start: whole.begin ?? 0, end: whole.end, exact: text }];
      const article = present({ language: whole && words(whole, 'language') });
      return {
        document: { file, path: pointer(['%FEATURE_STRUCTURES', sofa.at]), text, article, checks, ...reading.found() },
        leftOut: reading.leftOut,
      };
    });
}

const words = (item: Structure, feature: string): string | undefined => {
  const value = item[feature];
  return typeof value === 'string' ? value : undefined;
};

class DocumentReading {
  readonly #file: string;
  readonly #structures: readonly Structure[];
  readonly #keys = new Map<number, string>();
  leftOut = 0;

  constructor(file: string, structures: readonly Structure[]) {
    this.#file = file;
    this.#structures = structures;
  }

  found(): { tags: ForeignTag[]; links: ForeignLink[] } {
    const [links, spans] = [this.#structures.filter(isLink), this.#structures.filter((item) => !isLink(item))];
    const parts = grouped(
      spans.filter((item) => item['%TYPE'] === tagLayer && words(item, 'part') !== undefined),
      (item) => words(item, 'attestId') ?? '',
    );
    const heads = spans.filter((item) => item['%TYPE'] !== tagLayer || words(item, 'part') === undefined);
    const tags = heads.flatMap((item) => this.#tag(item, parts.get(words(item, 'attestId') ?? '') ?? []));
    return { tags, links: links.map((item) => this.#link(item)) };
  }

  #place = (item: Structure) => ({ file: this.#file, path: pointer(['%FEATURE_STRUCTURES', item.at]) });

  #tag(item: Structure, further: readonly Structure[]): ForeignTag[] {
    if (item.begin === undefined || item.end === undefined) {
      this.leftOut += 1;
      return [];
    }
    const key = words(item, 'attestId') ?? `${this.#file}/${item['%ID']}`;
    this.#keys.set(item['%ID'], key);
    const parts = [item, ...further].flatMap(({ begin, end }): ForeignPart[] =>
      begin === undefined || end === undefined ? [] : [{ start: begin, end }],
    );
    const attributes = Object.keys(item).flatMap((feature): [string, string][] => {
      const [id, value] = [attributeOfFeature(feature), words(item, feature)];
      return id === null || value === undefined ? [] : [[id, value]];
    });
    const type = item['%TYPE'] === tagLayer ? (words(item, 'tag') ?? '') : labelOf(item);
    return [
      {
        ...this.#place(item),
        key,
        set: words(item, 'set') ?? this.#file,
        type,
        parts,
        attributes: Object.fromEntries(attributes),
        record: tagRecord(item),
      },
    ];
  }

  #link(item: Structure): ForeignLink {
    const key = (end: string) => this.#keys.get(Number(item[end])) ?? `%ID ${String(item[end])}`;
    const type = item['%TYPE'] === linkLayer ? (words(item, 'link') ?? '') : labelOf(item);
    const order = words(item, 'order') ?? '';
    const record = present<Relation>({
      id: idIn(item),
      author: idIn(item, 'author'),
      created: timeIn(item, 'created'),
      order: /^\d{1,9}$/u.test(order) ? Number(order) : null,
    });
    return { ...this.#place(item), set: words(item, 'set') ?? this.#file, type, from: key('@Governor'), to: key('@Dependent'), record };
  }
}

const isLink = (item: Structure): boolean => '@Governor' in item && '@Dependent' in item;

/** What a layer of somebody else calls a span: its label, else the layer's own name. */
function labelOf(item: Structure): string {
  const named = ['label', 'value', 'kind', 'role', 'type'].flatMap((feature) => words(item, feature) ?? []);
  return named[0] ?? item['%TYPE'].slice(item['%TYPE'].lastIndexOf('.') + 1);
}

function idIn(item: Structure, feature = 'attestId'): Id | undefined {
  const id = words(item, feature);
  return id !== undefined && isId(id) ? id : undefined;
}

function timeIn(item: Structure, feature: string): string | undefined {
  const time = Date.parse(words(item, feature) ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function tagRecord(item: Structure): Partial<Annotation> {
  const origin = words(item, 'origin');
  return present<Annotation>({
    id: idIn(item),
    author: idIn(item, 'author'),
    created: timeIn(item, 'created'),
    modifiedBy: idIn(item, 'modifiedBy'),
    modified: timeIn(item, 'modified'),
    origin: origin === 'manual' || origin === 'suggestion' ? origin : 'imported',
    codebook: words(item, 'codebook'),
    note: words(item, 'note'),
    flag: words(item, 'flag') === 'unsure' ? 'unsure' : null,
    suggested: listIn(words(item, 'suggested')),
    acknowledged: findingsIn(words(item, 'acknowledged')),
  });
}

const list = z.array(z.string());
const findings = z.record(z.string(), z.strictObject({ reason: z.string(), author: z.string().refine(isId), at: z.string() }));

const listIn = (json: string | undefined): string[] | undefined => list.safeParse(parsed(json)).data;
const findingsIn = (json: string | undefined): Acknowledgements | undefined => findings.safeParse(parsed(json)).data;

function parsed(json = 'null'): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
