import { segmentsAt } from '../anchoring/describe.ts';
import { codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, AnnotationSet, Article, Author, Id, Relation, TextRecord } from '../model/records.ts';
import { parseArticle } from '../text/article.ts';
import { sha256 } from '../text/hash.ts';

const at = '2026-02-16T08:00:00.000Z';
const title = 'The long watch at the harbor gate';
const sentence =
  'Officials of the harbor board told reporters on Monday that the gate would close at noon and open again before the evening tide came in. ';
const names = ['Ana Bell', 'Ben Kerr', 'Cora Lund'];

const idOf = (kind: number, number: number): Id =>
  `00000000-0000-4000-a000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;

/** Three people who have tagged one long text, each about so many tags, and differ here and there in edges, type, value, link, or in having a tag at all. The same for the same number. */
export function codedThrice(tags: number): PackageContents {
  const content = `${title}\n\n${Array.from({ length: Math.ceil(tags / 12) }, () => sentence.repeat(4).trim()).join('\n\n')}\n`;
  const text: TextRecord = { id: sha256(content), length: content.length, content };
  const zones = parseArticle(content).zones.map((zone, index) => ({ ...zone, id: idOf(3, index) }));
  const article: Article = {
    id: idOf(4, 0),
    title,
    language: 'en',
    direction: 'ltr',
    status: 'to-do',
    added: at,
    versions: [{ text: text.id, added: at, zones }],
  };
  const authors = names.map((name, number): Author => ({ id: idOf(1, number), name }));
  const sets = authors.map(
    ({ id }, number): AnnotationSet => ({ id: idOf(2, number), author: id, basis: 'independent', created: at, heads: [sha256(id)] }),
  );
  const sentences = [...content.matchAll(/Officials[^.]*\./gu)].map((match) => match.index ?? 0);
  const made = sets.map((set, coder) => codedBy(coder, set, text, sentences, tags));
  return {
    codebooks: [newsroomCore],
    texts: [text],
    articles: [article],
    authors,
    sets,
    annotations: made.flatMap(({ annotations }) => annotations),
    relations: made.flatMap(({ relations }) => relations),
  };
}

const perSentence = 3;
// In each sentence a source, what it said as a claim, and a claim within that.
const parts = [
  { type: 'source', words: 'Officials of the harbor board' },
  { type: 'claim', words: 'the gate would close at noon and open again' },
  { type: 'claim', words: 'before the evening tide came in' },
];

function codedBy(coder: number, set: AnnotationSet, { id: text, content = '' }: TextRecord, sentences: readonly number[], tags: number) {
  const annotations: Annotation[] = [];
  const relations: Relation[] = [];
  for (let number = 0; number < tags; number += 1) {
    const part = parts[number % perSentence];
    const from = sentences[Math.floor(number / perSentence)];
    if (!part || from === undefined || isMissing(coder, number)) continue;
    const start = content.indexOf(part.words, from);
    const end = start + part.words.length - (coder === 1 && number % 17 === 3 ? 4 : 0);
    const type = coder === 2 && number % 29 === 7 && part.type === 'claim' ? 'quote' : part.type;
    const annotation: Annotation = {
      id: idOf(10 + coder, number),
      text,
      set: set.id,
      type,
      segments: segmentsAt(content, [{ start, end }]),
      attributes: type === 'claim' && coder === 0 && number % 31 === 10 ? { kind: 'pledge' } : {},
      origin: 'manual',
      codebook: codebookRef(newsroomCore),
      author: set.author,
      created: at,
    };
    annotations.push(annotation);
    const source = annotations.find(({ id }) => id === idOf(10 + coder, number - 1));
    if (number % perSentence !== 1 || type !== 'claim' || !source || (coder === 1 && number % 37 === 4)) continue;
    const ends = { set: set.id, text, type: 'claimed-by', from: annotation.id, to: source.id };
    relations.push({ id: idOf(20 + coder, number), ...ends, author: set.author, created: at });
  }
  return { annotations, relations };
}

const isMissing = (coder: number, number: number): boolean => number % 23 === 5 && coder === (number % 2 === 0 ? 2 : 1);
