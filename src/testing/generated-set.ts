import fc from 'fast-check';
import { segmentsAt } from '../anchoring/describe.ts';
import { articleKey } from '../model/checks/acknowledged.ts';
import type { AttributeDefinition } from '../model/codebooks/codebook.ts';
import { allows, codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, AnnotationSet, Article, Author, Entity, Id, Relation, TextRecord, TextVersion } from '../model/records.ts';
import { parseArticle } from '../text/article.ts';
import { sha256 } from '../text/hash.ts';
import { drawnReviews, reviewsOf } from './generated-reviews.ts';

// What tempts software to cut, count or reorder wrongly, beside the words it all stands in.
const pieces = [
  'The mayor said ',
  '“The bridge is safe.” ',
  'according to officials, ',
  'Ärger über Straßen ',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈 ',
  '👍🏽',
  '🇺🇦🇫🇷',
  'قال الرئيس إن ',
  '\u202bשלום עולם\u202c ',
  'e\u0301tude ',
  '\u0301',
  '\u0300\u0316',
  'क्षि ',
  '각 ',
  '𝒳 ',
  '\r\n',
  '\r\n\r\n',
  '\n\n',
  '\u2028',
  '\t',
  '\ufeff',
  '"\\/<b>&',
];
const kinds = ['manual', 'suggestion', 'imported'] as const;
const time = (count: number) => new Date(Date.UTC(2026, 1, 16) + count * 61_001).toISOString();

/** Ids that are unique, do not stand in the order of their making, and are the same in every run. */
function generatedId(table: number, count: number): Id {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  // The multiplier is odd, so that no two counts meet.
  return `${hex(Math.imul(count + 1, 0x9e3779b1) >>> 0, 8)}-0000-4000-8000-${hex(table, 4)}${hex(count, 8)}`;
}

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const texts = fc.array(
  fc.record({
    content: fc
      .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 4 })), {
        minLength: 1,
        maxLength: 40,
      })
      .map((parts) => parts.join('')),
    older: fc.option(words, { nil: null }),
    byline: fc.option(words, { nil: null }),
  }),
  { minLength: 1, maxLength: 3 },
);
const entities = fc.array(fc.record({ name: words, aliases: fc.array(words, { maxLength: 2 }), kind: fc.option(words, { nil: null }) }), {
  maxLength: 4,
});
const tags = fc.array(
  fc.record({
    text: fc.nat(),
    second: fc.boolean(),
    type: fc.constantFrom(...newsroomCore.types),
    cuts: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 3 }),
    picks: fc.array(fc.nat(), { maxLength: 7 }),
    note: fc.option(fc.string({ unit: 'binary', maxLength: 12 }), { nil: null }),
    unsure: fc.boolean(),
    suggested: fc.boolean(),
    changed: fc.boolean(),
    origin: fc.constantFrom(...kinds),
  }),
  { maxLength: 12 },
);
const links = fc.array(
  fc.record({ type: fc.constantFrom(...newsroomCore.relations), from: fc.nat(), to: fc.nat(), order: fc.option(fc.nat(9), { nil: null }) }),
  { maxLength: 10 },
);
const people = fc.record({ first: words, second: words, derived: fc.boolean(), heads: fc.nat(3) });
const drawing = fc.record({ texts, entities, tags, links, people, reviews: drawnReviews, bare: fc.boolean() });
type Drawing = typeof drawing extends fc.Arbitrary<infer T> ? T : never;

/** Contents of a package: one or two annotation sets with everything they lead to, ready to be written. */
export const generatedSet: fc.Arbitrary<PackageContents> = drawing.map(contentsOf);

function contentsOf(drawn: Drawing): PackageContents {
  const found = new Map(drawn.texts.map(({ content }) => [content, textRecord(content)]));
  const current = [...found.values()];
  const older = drawn.texts.flatMap(({ older }) => (older === null ? [] : [textRecord(`${older}\n(first edition)`)]));
  const withheld = [...new Map(older.filter(({ id }) => !current.some((text) => text.id === id)).map((text) => [text.id, text])).values()];
  const entityRecords = drawn.entities.map(entityOf);
  const annotations = drawn.tags.flatMap((tag, index) => annotationOf(tag, index, current, entityRecords));
  const relations = drawn.links.flatMap((link, index) => relationOf(link, index, annotations));
  const reviews = reviewsOf(drawn.reviews, annotations, {
    id: (count) => generatedId(8, count),
    at: time,
    other: (author) => generatedId(3, author === generatedId(3, 0) ? 1 : 0),
  });
  return {
    codebooks: [newsroomCore],
    texts: [...current, ...withheld.map(({ id, length }) => ({ id, length, withheld: 'An older version.' }))],
    articles: drawn.texts.map((text, index) => articleOf(text, index)),
    authors: authorsOf(drawn.people),
    sets: setsOf(drawn.people),
    // An empty member and an absent one are both good, and not the same.
    ...((annotations.length > 0 || !drawn.bare) && { annotations }),
    ...((relations.length > 0 || !drawn.bare) && { relations }),
    ...((reviews.length > 0 || !drawn.bare) && { reviews }),
    ...((entityRecords.length > 0 || !drawn.bare) && { entities: entityRecords }),
  };
}

function textRecord(content: string): TextRecord & { readonly content: string } {
  return {
    id: sha256(content),
    length: content.length,
    content,
    encoding: 'utf-8',
    ...(content.length % 2 === 1 && { byteOrderMark: true }),
  };
}

function articleOf({ content, older, byline }: Drawing['texts'][number], index: number): Article {
  const { title, date, language, direction } = parseArticle(content);
  const newest = versionOf(content, index * 2);
  return {
    id: generatedId(1, index),
    title: title ?? '',
    ...(byline !== null && { byline, bylineKind: index % 2 === 0 ? 'person' : 'agency' }),
    ...(date !== null && { date }),
    ...(index === 1 && { publisher: 'The Herald', publisherInferred: true, url: 'https://example.org/a?b=c&d' }),
    language,
    direction,
    status: index === 0 ? 'to-do' : 'in-progress',
    added: time(index),
    ...(byline !== null && {
      acknowledged: {
        [articleKey(generatedId(4, index % 2), sha256(content), 'headline-without-claim/0-4')]: acknowledgement(index % 2, index),
      },
    }),
    versions: older === null ? [newest] : [versionOf(`${older}\n(first edition)`, index * 2 + 1), newest],
  };
}

const acknowledgement = (by: number, index: number) => ({ reason: 'seen', author: generatedId(3, by), at: time(index) });

function versionOf(content: string, count: number): TextVersion {
  const zones = parseArticle(content).zones.map((zone, at) => ({ id: generatedId(2, count * 1000 + at), ...zone }));
  return { text: sha256(content), added: time(count), zones };
}

function authorsOf({ first, second }: Drawing['people']): Author[] {
  return [first, second].map((name, index) => ({ id: generatedId(3, index), name }));
}

function setsOf({ derived, heads }: Drawing['people']): AnnotationSet[] {
  return [0, 1].map((index) => ({
    id: generatedId(4, index),
    author: generatedId(3, index),
    ...(derived && index === 1 ? { basis: 'derived', derivedFrom: [generatedId(4, 0)] } : { basis: 'independent' }),
    created: time(index),
    heads: Array.from({ length: heads }, (_, head) => sha256(`head ${head} of ${index}`)),
  }));
}

const entityOf = ({ name, aliases, kind }: Drawing['entities'][number], index: number): Entity => ({
  id: generatedId(5, index),
  name,
  ...(kind !== null && { kind, affiliation: name, note: kind }),
  aliases,
  identifiers: aliases.map((alias) => `wd:${alias}`),
});

type Tag = Drawing['tags'][number];
type Whole = TextRecord & { readonly content: string };

function annotationOf(tag: Tag, index: number, known: readonly Whole[], register: readonly Entity[]): Annotation[] {
  const text = known[tag.text % known.length];
  if (!text || text.content === '') return [];
  const by = tag.second ? 1 : 0;
  const chosen = tag.type.attributes.map((definition, at) => [definition.id, attributeValue(definition, tag.picks[at], register)] as const);
  const attributes = Object.fromEntries(chosen.filter((pair): pair is readonly [string, string] => pair[1] !== null));
  return [
    {
      id: generatedId(6, index),
      text: text.id,
      set: generatedId(4, by),
      type: tag.type.id,
      segments: segmentsAt(text.content, stretchesOf(tag.cuts, text.content)),
      attributes,
      ...(tag.suggested && { suggested: Object.keys(attributes) }),
      ...(tag.note !== null && { note: tag.note }),
      ...(tag.unsure && { flag: 'unsure', acknowledged: { 'flagged-unsure': acknowledgement(1 - by, index) } }),
      origin: tag.origin,
      codebook: codebookRef(newsroomCore),
      author: generatedId(3, by),
      created: time(index),
      ...(tag.changed && { modifiedBy: generatedId(3, 1 - by), modified: time(index + 1) }),
    },
  ];
}

/** Stretches on boundaries of grapheme clusters, found the slow and sure way: by segmenting the whole text. */
function stretchesOf(cuts: Tag['cuts'], content: string): { start: number; end: number }[] {
  const edges = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(content)].map(({ index }) => index);
  return cuts.map(([from, clusters]) => {
    const at = from % edges.length;
    return { start: edges[at] ?? 0, end: edges[at + clusters] ?? content.length };
  });
}

function attributeValue({ type, values = [] }: AttributeDefinition, pick = 0, register: readonly Entity[]): string | null {
  if (pick % 3 === 0) return null;
  if (type === 'text') return `in other words ${pick}`;
  const choices = type === 'entity' ? register : values;
  return choices[pick % choices.length]?.id ?? null;
}

function relationOf({ type, from, to, order }: Drawing['links'][number], index: number, annotations: readonly Annotation[]): Relation[] {
  const pairs = annotations.flatMap((start) =>
    annotations
      .filter((end) => start !== end && start.set === end.set && allows(type, start.type, end.type))
      .filter((end) => start.text === end.text || type.crossArticle === true)
      .map((end) => [start, end] as const),
  );
  const [start, end] = pairs[(from + to) % pairs.length] ?? [];
  if (!start || !end) return [];
  const { set, text, author } = start;
  const common = { id: generatedId(7, index), set, text, type: type.id, from: start.id, to: end.id, author, created: time(index) };
  return [{ ...common, ...(order !== null && { order }) }];
}
