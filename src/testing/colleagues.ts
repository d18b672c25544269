import { segmentsAt } from '../anchoring/describe.ts';
import type { TagType } from '../model/codebooks/codebook.ts';
import { codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, Article, Id, Relation, TextRecord } from '../model/records.ts';
import { parseArticle } from '../text/article.ts';
import { sha256 } from '../text/hash.ts';
import { type Chance, chanceFrom } from './chance.ts';

const at = '2026-02-16T08:00:00.000Z';
const names = ['Ada Quill', 'Ben Kerr', 'Cleo Marsh', 'Dan Foley'];
const sentence = 'Officials of the harbor board said that the gate would close at noon and open again before the evening tide. ';
// Of the words that a tag may begin and end with.
const word = 10;

/** How much several people have tagged, and how many articles. */
export interface Amount {
  readonly articles: number;
  readonly sets: number;
  /** In each article, about, and of each set. */
  readonly tags: number;
}

// Other packages of these tests begin with noughts, and may come into the same project.
const idOf = (kind: number, set: number, number: number): Id =>
  `c011ea9${set}-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;

/** Packages of so many colleagues who tagged the same articles and differ in one of five tags: missing, other edges, type, values or links. The same for the same amount. */
export function colleagues({ articles, sets, tags }: Amount): PackageContents[] {
  const texts = Array.from({ length: articles }, (_, number) => textOf(number, tags));
  return Array.from({ length: sets }, (_, set) => {
    const author = { id: idOf(1, set, 0), name: names[set] ?? `Colleague ${set}` };
    const made = texts.map(({ text }, number) => tagsOf(text, number, tags, set));
    return {
      codebooks: [newsroomCore],
      texts: texts.map(({ text }) => text),
      articles: texts.map(({ article }) => article),
      authors: [author],
      sets: [{ id: idOf(2, set, 0), author: author.id, basis: 'independent', created: at, heads: [sha256(author.id)] }],
      annotations: made.flatMap(({ annotations }) => annotations),
      relations: made.flatMap(({ relations }) => relations),
    };
  });
}

function textOf(number: number, tags: number): { text: TextRecord; article: Article } {
  const title = `Report ${number} of the harbor`;
  const content = `${title}\n\n${Array.from({ length: tags }, () => sentence.trim()).join('\n\n')}\n`;
  const text: TextRecord = { id: sha256(content), length: content.length, content };
  const zones = parseArticle(content).zones.map((zone, index) => ({ ...zone, id: idOf(3, 0, number * 1_000 + index) }));
  const versions: Article['versions'] = [{ text: text.id, added: at, zones }];
  return { text, article: { id: idOf(4, 0, number), title, language: 'en', direction: 'ltr', status: 'done', added: at, versions } };
}

/** What everybody would tag, as one of them sees it. */
function tagsOf({ id: text, content = '' }: TextRecord, number: number, tags: number, set: number) {
  const [shared, own] = [chanceFrom(number), chanceFrom(1_000 * number + set + 1)];
  const first = content.indexOf(sentence.trim());
  const annotations = Array.from({ length: tags }, (_, index): Annotation => {
    const sees = own(5) === 0 ? own(4) : null;
    const type = newsroomCore.types[(index + (sees === 1 ? 1 : 0)) % 3] as TagType;
    const start = first + index * (sentence.length + 1);
    const end = start + word * (1 + shared(8)) + (sees === 2 ? word : 0);
    return {
      ...{ id: idOf(5, set, number * 1_000 + index), text, set: idOf(2, set, 0), type: type.id, author: idOf(1, set, 0) },
      segments: segmentsAt(content, [{ start, end }]),
      attributes: valuesOf(type, shared, sees === 3 ? own : null),
      ...(sees === 0 && { flag: 'unsure' as const }),
      ...{ origin: 'manual', codebook: codebookRef(newsroomCore), created: at },
    };
  }).filter(({ flag }) => flag === undefined);
  return { annotations, relations: linksOf(annotations, own) };
}

function valuesOf({ attributes }: TagType, shared: Chance, own: Chance | null): Record<string, string> {
  const chosen = attributes.map(({ id, values = [] }) => {
    const [pick, other] = [shared(values.length), own?.(values.length)];
    return [id, values[other ?? pick]?.id] as const;
  });
  return Object.fromEntries(chosen.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

/** Each quote by the next source, or one of ten by the one behind. */
function linksOf(annotations: readonly Annotation[], own: Chance): Relation[] {
  return annotations.flatMap(({ id: from, text, set, author, type }, index): Relation[] => {
    const sources = annotations.slice(index).filter((one) => one.type === 'source');
    const to = sources[own(10) === 0 ? 1 : 0];
    if (type !== 'quote' || !to) return [];
    return [{ id: from.replace('-0005', '-0006'), set, text, type: 'said-by', from, to: to.id, author, created: at }];
  });
}
