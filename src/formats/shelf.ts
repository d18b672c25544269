import { formatMessages as said } from '../messages/formats.ts';
import type { Codebook } from '../model/codebooks/codebook.ts';
import { codebookRef } from '../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { AnnotationSet, Article, Author, Entity, Id, TextHash, TextRecord } from '../model/records.ts';
import { homesOf } from '../model/views/statements.ts';
import { parseArticle } from '../text/article.ts';
import { sha256 } from '../text/hash.ts';
import { derivedId } from './derived-id.ts';
import type { Accompanied, ForeignDocument, ForeignLink, ForeignPart, ForeignTag } from './foreign.ts';
import type { FileFault, Given } from './format.ts';

type WholeText = TextRecord & { readonly content: string };

/** A document of a file with the text it is about. */
export interface Shelved {
  readonly text: WholeText;
  readonly content: string;
  readonly checks: readonly ForeignPart[];
  readonly tags: readonly ForeignTag[];
  readonly links: readonly ForeignLink[];
}

type Tagging = Required<Pick<PackageContents, 'sets' | 'authors' | 'codebooks' | 'annotations' | 'relations'>>;

/** What tags lean on, found where it is: in the file's companion, in what is known here, or made new. */
export class Shelf {
  readonly documents: readonly Shelved[];
  readonly faults: readonly FileFault[];
  readonly #companion: PackageContents;
  readonly #given: Given;
  readonly #people: readonly Author[];
  readonly #texts: ReadonlyMap<TextHash, WholeText>;
  readonly #homes: ReadonlyMap<TextHash, Article>;
  readonly #entities: ReadonlySet<Id>;
  readonly #newTexts = new Map<TextHash, WholeText>();
  readonly #newArticles = new Map<TextHash, Article>();

  constructor({ companion, documents, people }: Accompanied, given: Given) {
    this.#people = people;
    this.#companion = companion;
    this.#given = given;
    this.#texts = new Map(
      this.#both('texts').flatMap(({ content, ...text }) => (content === undefined ? [] : [[text.id, { ...text, content }] as const])),
    );
    this.#homes = homesOf(new Map(this.#both('articles').map((article) => [article.id, article])));
    this.#entities = new Set(this.#both('entities').map(idOf));
    const found = documents.map((document) => ({ document, text: this.#textOf(document) }));
    this.documents = found.flatMap(({ document: { checks = [], tags, links }, text }) =>
      text ? [{ text, content: text.content, checks, tags, links }] : [],
    );
    this.faults = found.flatMap(({ document, text }) => (text ? [] : [notHere(document)]));
  }

  /** How many articles are new here. */
  get added(): number {
    return this.#newArticles.size;
  }

  set(id: Id): AnnotationSet | undefined {
    return this.#both('sets').find((set) => set.id === id);
  }

  author(id: Id): Author | undefined {
    return [...this.#both('authors'), ...this.#people].find((author) => author.id === id);
  }

  hasEntity(id: Id): boolean {
    return this.#entities.has(id);
  }

  /** The codebook of this name; where it is not here, the newest that came along, else the one given. */
  codebook(ref: string | undefined): Codebook {
    const named = this.#both('codebooks').find((codebook) => codebookRef(codebook) === ref);
    return named ?? this.#companion.codebooks?.at(-1) ?? this.#given.codebook;
  }

  /** Tags with all they lean on; what came along with the file is kept whole. */
  contents(made: Tagging): PackageContents {
    const texts = this.documents.map(({ text }) => text);
    const articles = texts.flatMap(({ id }) => this.#newArticles.get(id) ?? this.#homes.get(id) ?? []).map(unacknowledged);
    const versions = articles.flatMap(({ versions }) => versions.map(({ text }) => text));
    const older = this.#both('texts').filter(({ id }) => versions.includes(id));
    const values = new Set(made.annotations.flatMap(({ attributes }) => Object.values(attributes)));
    const entities: readonly Entity[] = this.#both('entities').filter(({ id }) => values.has(id));
    return this.#present({
      codebooks: union(this.#companion.codebooks, made.codebooks, codebookRef),
      texts: union(this.#companion.texts, [...texts, ...older], idOf),
      articles: union(this.#companion.articles, articles, idOf),
      authors: union(this.#companion.authors, made.authors, idOf),
      sets: union(this.#companion.sets, made.sets, idOf),
      annotations: made.annotations,
      relations: made.relations,
      entities: union(this.#companion.entities, entities, idOf),
      ...(this.#companion.reviews && { reviews: this.#companion.reviews }),
    });
  }

  /** Without the lists that are empty, but for those that came along empty. */
  #present(contents: PackageContents): PackageContents {
    const came = new Set(Object.keys(this.#companion));
    return Object.fromEntries(Object.entries(contents).filter(([table, records]) => records.length > 0 || came.has(table)));
  }

  #both<N extends 'texts' | 'articles' | 'sets' | 'authors' | 'entities' | 'codebooks'>(
    name: N,
  ): readonly NonNullable<PackageContents[N]>[number][] {
    return [...(this.#companion[name] ?? []), ...(this.#given.known[name] ?? [])];
  }

  #textOf(document: ForeignDocument): WholeText | null {
    if (document.text !== undefined) return this.#texts.get(sha256(document.text)) ?? this.#take(document, document.text);
    const byHash = this.#texts.get(document.hash ?? '');
    if (byHash) return byHash;
    const home = [...this.#homes.values()].find(({ url }) => url !== undefined && url === document.url);
    return this.#texts.get(home?.versions.at(-1)?.text ?? '') ?? null;
  }

  #take({ article: known }: ForeignDocument, content: string): WholeText {
    const id = sha256(content);
    const text = { id, length: content.length, content, encoding: 'utf-8' };
    if (!this.#newTexts.has(id)) this.#newArticles.set(id, this.#articleOf(text, known));
    this.#newTexts.set(id, text);
    return text;
  }

  #articleOf({ id, content }: WholeText, known: ForeignDocument['article']): Article {
    const { title, byline, bylineKind, publisher, date, language, direction, zones } = parseArticle(content);
    const { at } = this.#given;
    return {
      id: derivedId('article', id),
      title: title ?? '',
      ...(byline !== null && { byline }),
      ...(byline !== null && bylineKind !== null && { bylineKind }),
      ...(publisher !== null && { publisher, publisherInferred: true }),
      ...(date !== null && { date }),
      language,
      direction,
      ...known,
      status: 'to-do',
      added: at,
      versions: [{ text: id, added: at, zones: zones.map((zone, index) => ({ id: derivedId('zone', id, String(index)), ...zone })) }],
    };
  }
}

/** An article as it goes along with tags: what was acknowledged in it belongs to other sets. */
function unacknowledged({ acknowledged: _, ...article }: Article): Article {
  return article;
}

const idOf = ({ id }: { readonly id: string }): string => id;

function notHere({ file, path, hash, url }: ForeignDocument): FileFault {
  return { file, path, ...said.noText(url ?? hash ?? '') };
}

/** Both lists as one; where both have a record of one key, the first stays. */
function union<R>(first: readonly R[] = [], second: readonly R[], keyOf: (record: R) => string): R[] {
  return [...new Map([...second, ...first].map((record) => [keyOf(record), record])).values()];
}
