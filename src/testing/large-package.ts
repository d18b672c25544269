import { segmentsAt } from '../anchoring/describe.ts';
import { codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, AnnotationSet, Article, Author, Id, Relation, TextRecord } from '../model/records.ts';
import { parseArticle } from '../text/article.ts';
import { sha256 } from '../text/hash.ts';

const at = '2026-02-16T08:00:00.000Z';
const perArticle = 100;
const perLink = 10;
const sentence = 'Officials of the harbor board said that the gate would close at noon and open again before the evening tide. ';
// Of each ten.
const types = ['quote', 'source'] as const;

const idOf = (kind: number, number: number): Id =>
  `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
const author: Author = { id: idOf(1, 0), name: 'Ada Quill' };
const set: AnnotationSet = { id: idOf(2, 0), author: author.id, basis: 'independent', created: at, heads: ['a'.repeat(64)] };

/** What a colleague sends who has made so many tags, 100 to an article, every tenth a quote that is linked to the source behind it. The same for the same number. */
export function largePackage(tags: number): PackageContents {
  const articles = Array.from({ length: Math.ceil(tags / perArticle) }, (_, number) =>
    made(number, Math.min(perArticle, tags - number * perArticle)),
  );
  return {
    codebooks: [newsroomCore],
    texts: articles.map(({ text }) => text),
    articles: articles.map(({ article }) => article),
    authors: [author],
    sets: [set],
    annotations: articles.flatMap(({ annotations }) => annotations),
    relations: articles.flatMap(({ relations }) => relations),
  };
}

function made(number: number, tags: number) {
  const title = `Report ${number} of the harbor`;
  const content = `${title}\n\n${Array.from({ length: 10 }, () => sentence.repeat(4).trim()).join('\n\n')}\n`;
  const text: TextRecord = { id: sha256(content), length: content.length, content };
  const zones = parseArticle(content).zones.map((zone, index) => ({ ...zone, id: idOf(3, number * perArticle + index) }));
  const article: Article = {
    id: idOf(4, number),
    title,
    language: 'en',
    direction: 'ltr',
    status: 'to-do',
    added: at,
    versions: [{ text: text.id, added: at, zones }],
  };
  const annotations = Array.from({ length: tags }, (_, index) => tag(text, number * perArticle + index, 40 + index * 40));
  return { text, article, annotations, relations: linksOf(annotations, number) };
}

function tag({ id: text, content = '' }: TextRecord, number: number, start: number): Annotation {
  return {
    id: idOf(5, number),
    text,
    set: set.id,
    type: types[number % perLink] ?? 'claim',
    segments: segmentsAt(content, [{ start, end: start + 25 }]),
    attributes: {},
    origin: 'manual',
    codebook: codebookRef(newsroomCore),
    author: author.id,
    created: at,
  };
}

function linksOf(annotations: readonly Annotation[], number: number): Relation[] {
  return annotations.flatMap(({ id: from, text, type }, index): Relation[] => {
    const to = annotations[index + 1];
    if (type !== 'quote' || to?.type !== 'source') return [];
    return [
      { id: idOf(6, number * perArticle + index), set: set.id, text, type: 'said-by', from, to: to.id, author: author.id, created: at },
    ];
  });
}
