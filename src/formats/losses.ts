import { segmentsAt } from '../anchoring/describe.ts';
import { codebookRef } from '../model/codebooks/newsroom-core.ts';
import { grouped } from '../model/grouped.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, Relation } from '../model/records.ts';
import { acrossLineEnds, withoutLineEnds } from './line-ends.ts';

type Carry = (contents: PackageContents) => PackageContents;

const eachTag =
  (change: (annotation: Annotation) => Annotation): Carry =>
  (contents) => ({ ...contents, ...(contents.annotations && { annotations: contents.annotations.map(change) }) });

const without = (member: 'suggested' | 'note' | 'flag' | 'acknowledged'): Carry =>
  eachTag((annotation) => {
    if (annotation[member] === undefined) return annotation;
    const { [member]: _, ...rest } = annotation;
    return rest;
  });

/** What a format may leave behind, in the order in which it is taken away. `null`: every tag and link gets another one when read. */
const table = {
  journal: ({ journal: _, ...contents }) => contents,
  undecided: ({ forks: _, variants: __, ...contents }) => contents,
  withheld: withoutWithheld,
  'line-ends': throughLines,
  'cross-links': withoutCrossLinks,
  order: renumbered,
  suggested: without('suggested'),
  note: without('note'),
  flag: without('flag'),
  acknowledged: without('acknowledged'),
  attributes: eachTag((annotation) => (Object.keys(annotation.attributes).length === 0 ? annotation : { ...annotation, attributes: {} })),
  origin: eachTag((annotation) => (annotation.origin === 'imported' ? annotation : { ...annotation, origin: 'imported' })),
  codebook: underOne,
  author: null,
  ids: null,
} as const satisfies Readonly<Record<string, Carry | null>>;

export type Facet = keyof typeof table;

/** What does not go through a format as it is, and for how many records. */
export interface Loss {
  readonly facet: Facet | ReadingNote | WritingNote;
  readonly count: number;
}

/** What reading had to decide. */
type ReadingNote = 'widened' | 'unit-assumed' | 'left-out' | 'new-article';
/** What writing had to change in cells of a table. */
type WritingNote = 'guarded' | 'cut' | 'one-way';

/** The contents without what a format that drops these facets leaves behind. Members that every record gets anew stay as they are. */
export function carried(contents: PackageContents, drops: readonly Facet[]): PackageContents {
  return dropsInOrder(drops).reduce((so, facet) => (table[facet] ?? same)(so), contents);
}

/** What of these contents a format that drops these facets leaves behind or changes, with the number of records each concerns. */
export function lossesOf(contents: PackageContents, drops: readonly Facet[]): Loss[] {
  const losses: Loss[] = [];
  let so = contents;
  for (const facet of dropsInOrder(drops)) {
    const next = (table[facet] ?? same)(so);
    const count = table[facet] === null ? tagsAndLinks(so) : changedIn(so, next);
    if (count > 0) losses.push({ facet, count });
    so = next;
  }
  return losses;
}

const same: Carry = (contents) => contents;
const dropsInOrder = (drops: readonly Facet[]): Facet[] => (Object.keys(table) as Facet[]).filter((facet) => drops.includes(facet));
const tagsAndLinks = ({ annotations = [], relations = [] }: PackageContents): number => annotations.length + relations.length;

function changedIn(before: PackageContents, after: PackageContents): number {
  const kept = new Set<unknown>(countedIn(after));
  return countedIn(before).filter((record) => !kept.has(record)).length;
}

const countedIn = ({ annotations = [], relations = [], journal = [], forks = [], variants = [] }: PackageContents): unknown[] => [
  ...[...annotations, ...relations, ...journal, ...forks, ...variants],
];

/** The contents with only these tags, and the links between them. */
function onlyTags(contents: PackageContents, annotations: readonly Annotation[]): PackageContents {
  if (!contents.annotations) return contents;
  const left = new Set(annotations.map(({ id }) => id));
  const relations = contents.relations?.filter(({ from, to }) => left.has(from) && left.has(to));
  return { ...contents, annotations, ...(relations && { relations }) };
}

function withoutWithheld(contents: PackageContents): PackageContents {
  const whole = new Set(contents.texts?.filter(({ content }) => content !== undefined).map(({ id }) => id));
  return onlyTags(contents, contents.annotations?.filter(({ text }) => whole.has(text)) ?? []);
}

function throughLines(contents: PackageContents): PackageContents {
  const texts = new Map(contents.texts?.map(({ id, content = '' }) => [id, content]));
  const tags = contents.annotations?.flatMap((annotation) => tagThroughLines(annotation, texts.get(annotation.text) ?? '')) ?? [];
  return onlyTags(contents, tags);
}

function tagThroughLines(annotation: Annotation, content: string): Annotation[] {
  const { segments } = annotation;
  const through = acrossLineEnds(content, withoutLineEnds(content, segments));
  const unchanged =
    through.length === segments.length && through.every(({ start, end }, at) => segments[at]?.start === start && segments[at].end === end);
  if (unchanged) return [annotation];
  return through.length === 0 ? [] : [{ ...annotation, segments: segmentsAt(content, through) }];
}

function withoutCrossLinks(contents: PackageContents): PackageContents {
  const places = new Map(contents.annotations?.map(({ id, text, set }) => [id, `${text}/${set}`]));
  const relations = contents.relations?.filter(({ from, to }) => places.get(from) === places.get(to));
  return { ...contents, ...(relations && { relations }) };
}

function renumbered(contents: PackageContents): PackageContents {
  return { ...contents, ...(contents.relations && { relations: withRelaysNumbered(contents.relations) }) };
}

/** The links with the relays of each statement numbered from 0 in the order of their numbers, or as they stand here where they have none. Other links have no number. */
export function withRelaysNumbered(relations: readonly Relation[]): Relation[] {
  const paths = grouped(relations, ({ type, from }) => (type === 'relayed-via' ? from : ''));
  const places = new Map<Relation, number>();
  for (const [from, path] of paths) {
    if (from !== '') [...path].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).forEach((relay, order) => places.set(relay, order));
  }
  return relations.map((relation) => {
    const order = places.get(relation);
    if (relation.order === order) return relation;
    const { order: _, ...rest } = relation;
    return order === undefined ? rest : { ...rest, order };
  });
}

function underOne(contents: PackageContents): PackageContents {
  const only = contents.codebooks?.at(-1);
  const ref = only && codebookRef(only);
  return ref === undefined
    ? contents
    : eachTag((annotation) => (annotation.codebook === ref ? annotation : { ...annotation, codebook: ref }))(contents);
}
