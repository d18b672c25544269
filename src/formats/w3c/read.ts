import type { Annotation, Author, Id } from '../../model/records.ts';
import { readForeign } from '../companion.ts';
import { derivedId } from '../derived-id.ts';
import { pointer } from '../fault.ts';
import type { ForeignDocument, ForeignLink, ForeignSet, ForeignTag, Found } from '../foreign.ts';
import type { FormatFile, Given, ReadOutcome } from '../format.ts';
import { eachChecked } from '../json-file.ts';
import { present } from '../present.ts';
import { type W3cAnnotation, w3cSchema } from './schema.ts';
import { hashOfUrn, idOfUrn } from './terms.ts';

/** Reads collections, pages and single annotations of the W3C Web Annotation model. */
export const readW3c = (files: readonly FormatFile[], given: Given): ReadOutcome => readForeign(files, given, find);

function find(files: readonly FormatFile[]): Found {
  const read = eachChecked(files, w3cSchema);
  if ('faults' in read) return read;
  const reading = new Reading();
  for (const { file, value } of read.values) reading.take(file, value);
  return {
    documents: reading.documents(),
    sets: reading.sets,
    people: [...reading.people.values()],
    leftOut: reading.leftOut,
    nominal: { unit: 'code-point', crlf: 2 },
    relaysInFileOrder: false,
  };
}

type Item = ReturnType<typeof w3cSchema.parse>;
type Body = NonNullable<W3cAnnotation['body']>[number];

class Reading {
  readonly sets: ForeignSet[] = [];
  readonly #tags = new Map<string, ForeignTag[]>();
  readonly #links: ForeignLink[] = [];
  readonly people = new Map<Id, Author>();
  leftOut = 0;

  take(file: string, item: Item): void {
    if (item.type === 'AnnotationCollection') {
      this.#takeSet(item.id, item);
      const { first } = item;
      if (typeof first === 'object')
        first.items.forEach((one, index) => this.#takeOne(one, item.id, { file, path: pointer(['first', 'items', index]) }));
    } else {
      const set = item.type === 'AnnotationPage' ? (item.partOf?.id ?? '') : '';
      item.items.forEach((one, index) => this.#takeOne(one, set, { file, path: pointer(['items', index]) }));
    }
  }

  documents(): ForeignDocument[] {
    const documents = [...this.#tags].map(([source, tags]): ForeignDocument => {
      const [first] = tags;
      const hash = hashOfUrn(source);
      return {
        file: first?.file ?? '',
        path: first?.path ?? '',
        ...(hash === null ? { url: source } : { hash }),
        article: {},
        tags,
        links: [],
      };
    });
    // Links join annotations by address, wherever these lie.
    return documents.map((document, index) => (index === 0 ? { ...document, links: this.#links } : document));
  }

  #takeSet(key: string, { creator, created, 'attest:basis': basis }: Extract<Item, { type: 'AnnotationCollection' }>): void {
    const id = idOfUrn(key);
    this.sets.push({
      key,
      ...(id !== null && { id }),
      ...(creator && { author: { id: authorId(creator.id), name: creator.name ?? '' } }),
      ...(created !== undefined && { created: inMilliseconds(created) }),
      ...(basis && { basis }),
    });
  }

  #takeOne(one: W3cAnnotation, set: string, place: { file: string; path: string }): void {
    if (one.creator?.name !== undefined)
      this.people.set(authorId(one.creator.id), { id: authorId(one.creator.id), name: one.creator.name });
    if (one.motivation?.includes('linking')) this.#takeLink(one, set, place);
    else this.#takeTag(one, set, place);
  }

  #takeLink(one: W3cAnnotation, set: string, place: { file: string; path: string }): void {
    const to = one.body?.find(({ value, purpose }) => value === undefined && purpose !== 'classifying');
    const type = one.body?.find(({ purpose }) => purpose === 'classifying')?.value ?? '';
    const { id, author, created } = recordOf(one);
    const order = one['attest:order'];
    this.#links.push({
      ...place,
      set,
      type,
      from: one.target[0]?.source ?? '',
      to: to?.source ?? to?.id ?? '',
      record: present({ id, author, created, order }),
    });
  }

  #takeTag(one: W3cAnnotation, set: string, place: { file: string; path: string }): void {
    const parts = one.target.map(({ selector = [] }) => partOf(selector));
    const source = one.target[0]?.source ?? '';
    if (parts.some((part) => part === null) || one.target.some((other) => other.source !== source)) {
      this.leftOut += 1;
      return;
    }
    const tag = {
      ...place,
      key: one.id,
      set,
      type:
        one.body?.find(({ purpose }) => purpose === 'classifying')?.value ??
        one.body?.find(({ purpose, 'attest:attribute': of }) => purpose === 'tagging' && of === undefined)?.value ??
        '',
      parts: parts.filter((part) => part !== null),
      attributes: Object.fromEntries((one.body ?? []).flatMap(attributeOf)),
      record: recordOf(one),
    };
    const tags = this.#tags.get(source);
    if (tags) tags.push(tag);
    else this.#tags.set(source, [tag]);
  }
}

type Selector = NonNullable<W3cAnnotation['target'][number]['selector']>;

function partOf(selectors: Selector): ForeignTag['parts'][number] | null {
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const { start, end } = selectors.find(({ type }) => type === 'TextPositionSelector') ?? {};
  if (start === undefined && quote?.exact === undefined) return null;
  const place = start === undefined || end === undefined ? { start: -1, end: 0 } : { start, end };
  return { ...place, ...pick(quote, 'exact'), ...pick(quote, 'prefix'), ...pick(quote, 'suffix') };
}

function pick<M extends 'exact' | 'prefix' | 'suffix'>(selector: Selector[number] | undefined, member: M): Partial<Record<M, string>> {
  const words = selector?.[member];
  return words === undefined ? {} : ({ [member]: words } as Record<M, string>);
}

function attributeOf({ 'attest:attribute': id, value, source }: Body): [string, string][] {
  const words = value ?? (source === undefined ? null : (idOfUrn(source) ?? source));
  return id === undefined || words === null ? [] : [[id, words]];
}

/** What an annotation says of itself, where it says it. */
function recordOf(one: W3cAnnotation): Partial<Annotation> {
  const note = one.bodyValue ?? one.body?.find(({ purpose }) => purpose === 'commenting')?.value;
  const findings = one['attest:acknowledged']?.map(
    ({ 'attest:finding': key, 'attest:reason': reason, creator, created: at }) =>
      [key, { reason, author: authorId(creator), at: inMilliseconds(at) }] as const,
  );
  const by = one['attest:modifiedBy'];
  return present({
    id: idOfUrn(one.id),
    author: one.creator && authorId(one.creator.id),
    created: one.created && inMilliseconds(one.created),
    modified: one.modified && inMilliseconds(one.modified),
    modifiedBy: by && authorId(by),
    note,
    flag: one['attest:flag'],
    origin: one['attest:origin'],
    codebook: one['attest:codebook'],
    suggested: one['attest:suggested'],
    acknowledged: findings && Object.fromEntries(findings),
  });
}

const authorId = (address: string): string => idOfUrn(address) ?? derivedId('author', address);

/** A time as records have it. */
const inMilliseconds = (time: string): string => new Date(time).toISOString();
