import { segmentsAt } from '../anchoring/describe.ts';
import { formatMessages as said } from '../messages/formats.ts';
import type { Codebook } from '../model/codebooks/codebook.ts';
import { allows, attributeOf, codebookRef } from '../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, AnnotationSet, Author, Id, Relation } from '../model/records.ts';
import { isGraphemeBoundary } from '../text/graphemes.ts';
import { sha256 } from '../text/hash.ts';
import { type Counting, offsetsOf } from '../text/offset-units.ts';
import { derivedId } from './derived-id.ts';
import { detectCounting, placed } from './detect-counting.ts';
import type { Accompanied, Foreign, ForeignLink, ForeignTag, Place } from './foreign.ts';
import type { FileFault, FormatFile, Given, ReadOutcome } from './format.ts';
import { acrossLineEnds } from './line-ends.ts';
import { type Loss, withRelaysNumbered } from './losses.ts';
import { Shelf, type Shelved } from './shelf.ts';
import { linkNamed, typeNamed } from './type-named.ts';

/** What was found in files of another tool as contents of ours: offsets in UTF-16 units, texts and articles that are here found again, types those of the codebook. `files` are what it was found in. */
export function settle(found: Accompanied, given: Given, files: readonly FormatFile[]): ReadOutcome {
  const shelf = new Shelf(found, given);
  const faults = [...shelf.faults, ...emptyTags(found)];
  if (faults.length > 0) return { outcome: 'refused', faults };
  const { counting, assumed, report } = detectCounting(shelf.documents, found.nominal);
  if (counting === null) return { outcome: 'unanchored', report, passages: shelf.documents.flatMap(passagesIn) };
  return new Settling(found, given, shelf, fingerprint(files), counting).outcome(assumed);
}

/** A SHA-256 of the names and words of files: the same for the same files. */
export const fingerprint = (files: readonly FormatFile[]): string =>
  sha256(files.map(({ name, bytes }) => `${name}\n${new TextDecoder().decode(bytes)}`).join('\n'));

const emptyTags = ({ documents }: Foreign): FileFault[] =>
  documents
    .flatMap(({ tags }) => tags.filter(({ parts }) => parts.length === 0 || parts.some(({ start, end }) => start >= end)))
    .map(at(said.empty));

const at =
  (fault: { readonly reason: string; readonly fix: string }) =>
  ({ file, path }: Place): FileFault => ({ file, path, ...fault });

function passagesIn({ tags, text }: Shelved) {
  return tags.flatMap(({ file, path, parts, joined }) =>
    parts.map(({ start, end, exact = joined ?? '', prefix = '', suffix = '' }) => ({
      file,
      path,
      article: text.id,
      start,
      end,
      exact,
      prefix,
      suffix,
    })),
  );
}

/** What the codebook has against a link between these two tags; `null` where nothing. */
function faultInLink({ type: name }: ForeignLink, [from, to]: readonly [Annotation, Annotation], codebook: Codebook) {
  const type = linkNamed(codebook, name);
  if (!type) return said.unknownLink(name, codebook.relations.map(({ id }) => id).join(', '));
  if (from.set !== to.set) return said.otherSet;
  if (!allows(type, from.type, to.type)) return said.linkEnds(type.id, from.type, to.type);
  return from.text === to.text || type.crossArticle === true ? null : said.otherText;
}

const signersOf = ({ author, modifiedBy, acknowledged = {} }: ForeignTag['record']): Id[] =>
  [author, modifiedBy, ...Object.values(acknowledged).map((item) => item.author)].filter((id) => id !== undefined);

class Settling {
  readonly #foreign: Foreign;
  readonly #given: Given;
  readonly #shelf: Shelf;
  readonly #fingerprint: string;
  readonly #counting: Counting;
  readonly #faults: FileFault[] = [];
  readonly #sets = new Map<string, AnnotationSet>();
  readonly #authors = new Map<Id, Author>();
  readonly #codebooks = new Map<string, Codebook>();
  readonly #tags = new Map<string, Annotation>();
  readonly #links = new Map<Id, Relation>();
  #widened = 0;

  constructor(foreign: Foreign, given: Given, shelf: Shelf, fingerprint: string, counting: Counting) {
    this.#foreign = foreign;
    this.#given = given;
    this.#shelf = shelf;
    this.#fingerprint = fingerprint;
    this.#counting = counting;
  }

  outcome(assumed: number): ReadOutcome {
    for (const document of this.#shelf.documents) this.#takeTags(document);
    for (const { links } of this.#shelf.documents) for (const link of links) this.#takeLink(link);
    if (this.#faults.length > 0) return { outcome: 'refused', faults: this.#faults };
    const notes: Loss[] = [
      { facet: 'widened', count: this.#widened },
      { facet: 'unit-assumed', count: assumed },
      { facet: 'left-out', count: this.#foreign.leftOut },
      { facet: 'new-article', count: this.#shelf.added },
    ];
    return { outcome: 'read', contents: this.#contents(), counting: this.#counting, notes: notes.filter(({ count }) => count > 0) };
  }

  #contents(): PackageContents {
    const links = [...this.#links.values()];
    const made = {
      sets: [...this.#sets.values()],
      authors: [...this.#authors.values()],
      codebooks: [...this.#codebooks.values()],
      annotations: [...this.#tags.values()],
      relations: this.#foreign.relaysInFileOrder ? withRelaysNumbered(links) : links,
    };
    return this.#shelf.contents(made);
  }

  #takeTags({ tags, text }: Shelved): void {
    if (tags.length === 0) return;
    const offsets = offsetsOf(text.content, this.#counting);
    for (const tag of tags) {
      const parts = placed(tag, offsets) ?? [];
      const stretches = this.#foreign.cutAtLineEnds ? acrossLineEnds(text.content, parts) : parts;
      const segments = segmentsAt(text.content, stretches);
      if (!stretches.every(({ start, end }) => isGraphemeBoundary(text.content, start) && isGraphemeBoundary(text.content, end)))
        this.#widened += 1;
      this.#takeTag(tag, { text: text.id, segments });
    }
  }

  #takeTag(tag: ForeignTag, place: Pick<Annotation, 'text' | 'segments'>): void {
    const codebook = this.#shelf.codebook(tag.record.codebook);
    const type = tag.type === '' ? (this.#given.untyped ?? '') : tag.type;
    const definition = typeNamed(codebook, type);
    if (!definition) {
      this.#refuseType(tag, type, codebook);
      return;
    }
    if (this.#tags.has(tag.key)) this.#faults.push(at(said.overlap)(tag));
    this.#checkAttributes(tag, codebook, definition.id);
    this.#codebooks.set(codebookRef(codebook), codebook);
    const set = this.#setOf(tag.set);
    this.#tags.set(tag.key, {
      id: derivedId(set.id, place.text, tag.key),
      origin: 'imported',
      author: set.author,
      created: this.#given.at,
      ...tag.record,
      ...place,
      set: set.id,
      type: definition.id,
      attributes: tag.attributes,
      codebook: codebookRef(codebook),
    });
    for (const id of signersOf(tag.record)) this.#sign(id);
  }

  #refuseType(tag: ForeignTag, type: string, { types }: Codebook): void {
    const fault = type === '' ? said.untyped : said.unknownType(type, types.map(({ id }) => id).join(', '));
    if (!this.#faults.some(({ reason }) => reason === fault.reason)) this.#faults.push(at(fault)(tag));
  }

  #checkAttributes(tag: ForeignTag, codebook: Codebook, type: string): void {
    for (const [id, value] of Object.entries(tag.attributes)) {
      const attribute = attributeOf(codebook, type, id);
      if (!attribute) this.#faults.push(at(said.unknownAttribute(id, type))(tag));
      else if (attribute.type === 'entity' && !this.#shelf.hasEntity(value)) this.#faults.push(at(said.unknownEntry(value))(tag));
      else if (attribute.type === 'enum' && !attribute.values?.some((known) => known.id === value))
        this.#faults.push(at(said.unknownValue(id, value))(tag));
    }
  }

  #takeLink(link: ForeignLink): void {
    const [from, to] = [this.#tags.get(link.from), this.#tags.get(link.to)];
    const codebook = this.#shelf.codebook(from?.codebook);
    const type = linkNamed(codebook, link.type);
    const fault = from && to ? faultInLink(link, [from, to], codebook) : said.noEnd(from ? link.to : link.from);
    if (fault !== null || !from || !to || !type) {
      if (fault !== null) this.#faults.push(at(fault)(link));
      return;
    }
    const made = {
      id: derivedId(from.set, 'link', String(this.#links.size)),
      author: from.author,
      created: this.#given.at,
      ...link.record,
    };
    if (this.#links.has(made.id)) this.#faults.push(at(said.overlap)(link));
    this.#links.set(made.id, { ...made, set: from.set, text: from.text, type: type.id, from: from.id, to: to.id });
    if (link.record.author !== undefined) this.#sign(link.record.author);
  }

  #setOf(key: string): AnnotationSet {
    const known = this.#sets.get(key);
    if (known) return known;
    const { id, author = this.#given.author, from, created, basis } = this.#foreign.sets.find((set) => set.key === key) ?? {};
    const set = (id === undefined ? undefined : this.#shelf.set(id)) ?? {
      id: id ?? derivedId(this.#fingerprint, key),
      author: author.id,
      basis: basis ?? 'derived',
      ...(from !== undefined && { derivedFrom: [from] }),
      created: created ?? this.#given.at,
      heads: [],
    };
    this.#sets.set(key, set);
    this.#sign(set.author, author);
    return set;
  }

  /** Sees to it that this author is among the contents. */
  #sign(id: Id, named: Author = { id, name: '' }): void {
    if (!this.#authors.get(id)?.name) this.#authors.set(id, this.#shelf.author(id) ?? { id, name: named.id === id ? named.name : '' });
  }
}
