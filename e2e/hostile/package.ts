import { segmentsAt } from '../../src/anchoring/describe.ts';
import { application, writePackage } from '../../src/formats/package/write.ts';
import type { Codebook } from '../../src/model/codebooks/codebook.ts';
import { newsroomCore } from '../../src/model/codebooks/newsroom-core.ts';
import { textRecord } from '../../src/model/commands/articles.ts';
import type { Annotation, Article, Author, Entity, Id, Relation, TextRecord } from '../../src/model/records.ts';
import { scriptStrings } from './script-strings.ts';

const added = '2026-02-16T08:00:00.000Z';
const codebook = 'hostile@1.0.0';
// What nothing is drawn with: identifiers, choices, and what a choice refers to.
const kept: ReadonlySet<string> = new Set([
  'id',
  'version',
  'key',
  'letter',
  'line',
  'type',
  'group',
  'agreement',
  'default',
  'level',
  'from',
  'to',
]);

const said = (index: number): string => scriptStrings[index % scriptStrings.length] ?? '';
const idOf = (kind: number, index: number): Id =>
  `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`;
const [articles, authors, sets, tags, links, entities, zones] = [1, 2, 3, 4, 5, 6, 7] as const;
/** The record of each string in every table. */
const each = <T>(make: (words: string, index: number) => T): T[] => scriptStrings.map(make);

/** Every word of the codebook that is shown says something else, its lists say everything. */
function spoilt(value: unknown, next: () => string, name = ''): unknown {
  if (typeof value === 'string') return kept.has(name) ? value : next();
  if (Array.isArray(value)) return name === 'include' || name === 'exclude' ? scriptStrings : value.map((item) => spoilt(item, next, name));
  if (typeof value !== 'object' || value === null || name === 'colour' || name === 'unless') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, spoilt(member, next, key)]));
}

function spoiltCodebook(): Codebook {
  let index = 0;
  const next = () => {
    index += 1;
    return said(index);
  };
  return { ...(spoilt(newsroomCore, next) as Codebook), id: 'hostile', version: '1.0.0' };
}

/** A codebook file that can be taken, and says the strings wherever it may say anything. */
export const hostileCodebookFile = (): Buffer =>
  Buffer.from(JSON.stringify({ ...spoiltCodebook(), id: newsroomCore.id, version: '9.0.0' }));

/** The same with a type whose id, letter, key and colours are strings too, which only a package can bring. */
function hostileCodebook(): Codebook {
  const words = spoiltCodebook();
  const [first] = words.types;
  const drawn = { line: 'url(https://attacker.example/line)', tint: 'red;background:url(https://attacker.example/tint)' };
  const strange = first && { ...first, id: said(5), letter: said(6), key: said(7), colour: { light: drawn, dark: drawn }, attributes: [] };
  return { ...words, types: [...words.types, ...(strange ? [strange] : [])] };
}

const decoded = (text: string) => textRecord({ text, encoding: 'utf-8', byteOrderMark: false });
const headline = 'Headline of everything';
const paragraph = (words: string): string => words.replaceAll('\n', ' ');
/** An article in which every string is a paragraph of its own. */
const everything = decoded([headline, ...each(paragraph)].join('\n\n'));

function articleOf(text: TextRecord, index: number): Article {
  return {
    id: idOf(articles, index),
    title: said(index),
    byline: said(index + 1),
    publisher: said(index + 2),
    url: said(index + 3),
    language: 'en',
    direction: index % 2 === 0 ? 'ltr' : 'rtl',
    status: 'to-do',
    added,
    versions: [
      {
        text: text.id,
        added,
        zones: [{ id: idOf(zones, index), kind: 'headline', start: 0, end: said(index).split('\n')[0]?.length ?? 1 }],
      },
    ],
    acknowledged: {
      [`${idOf(sets, 0)}/${text.id}/${said(index + 4)}`]: { reason: said(index + 5), author: idOf(authors, index), at: added },
    },
  };
}

const types = ['claim', 'quote', 'source'] as const;

function tagOf(words: string, index: number): Annotation {
  const content = everything.content ?? '';
  const start = content.indexOf(`\n\n${paragraph(words)}`) + 2;
  const type = types[index % types.length] ?? 'claim';
  return {
    id: idOf(tags, index),
    text: everything.id,
    set: idOf(sets, 0),
    type,
    segments: segmentsAt(content, [{ start, end: start + paragraph(words).length }]),
    attributes: type === 'source' ? { entity: idOf(entities, index) } : type === 'claim' ? { wording: said(index + 1) } : {},
    note: said(index + 3),
    flag: 'unsure',
    acknowledged: { [said(index + 4)]: { reason: said(index + 5), author: idOf(authors, index), at: added } },
    origin: 'manual',
    codebook,
    author: idOf(authors, 0),
    created: added,
    modifiedBy: idOf(authors, index),
    modified: added,
  };
}

/** Each quote is said by the source behind it. */
const linkOf = (index: number): Relation => ({
  id: idOf(links, index),
  set: idOf(sets, 0),
  text: everything.id,
  type: 'said-by',
  from: idOf(tags, index),
  to: idOf(tags, index + 1),
  author: idOf(authors, 0),
  created: added,
});

const entityOf = (name: string, index: number): Entity => ({
  id: idOf(entities, index),
  name,
  kind: said(index + 1),
  aliases: [said(index + 2), said(index + 3)].sort(),
  affiliation: said(index + 4),
  identifiers: [said(index + 5)],
  note: said(index + 6),
});

const authorOf = (name: string, index: number): Author => ({ id: idOf(authors, index), name });

/** A package with every string in every member that a reader may show; `version` goes into the notes and makes it another content of the same ids. */
export function hostilePackage(version = ''): Buffer {
  const texts = each((words, index) => decoded(`${words}\n\n“Words ${index},” said ${said(index + 7)}.\n`));
  const long: Article = { ...articleOf(everything, scriptStrings.length), title: headline, acknowledged: {} };
  const quotes = scriptStrings.flatMap((_, index) =>
    types[index % types.length] === 'quote' && index + 1 < scriptStrings.length ? [index] : [],
  );
  const contents = {
    codebooks: [hostileCodebook()],
    texts: [everything, ...texts.map((text, index) => (index % 10 === 9 ? withheld(text, said(index)) : text))],
    articles: [long, ...texts.map(articleOf)],
    authors: each(authorOf),
    sets: each((_, index) => ({
      id: idOf(sets, index),
      author: idOf(authors, index),
      basis: 'independent' as const,
      created: added,
      heads: [],
    })),
    annotations: each(tagOf).map((tag) => ({ ...tag, note: `${tag.note}${version}` })),
    relations: quotes.map(linkOf),
    entities: each(entityOf),
  };
  return Buffer.from(writePackage(contents, application).bytes);
}

const withheld = ({ content: _, ...text }: TextRecord, reason: string): TextRecord => ({ ...text, withheld: reason });
