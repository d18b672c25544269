import type { Annotation, Article, Id, Relation, TextHash } from '../records.ts';
import { isInside, startOf } from './tags.ts';

/** How a statement comes to be somebody's: said or claimed by them, or a claim without another claimer inside words they said. */
type Way = 'said-by' | 'claimed-by' | 'in-quote';

export interface Statement {
  readonly tag: Annotation;
  readonly way: Way;
}

/** What is tagged on one or more texts. */
export interface Tags {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

/** The tags that name an entry of the register, and what these sources say: derived from the entry, so that mentions are the same source without a link between them. */
export function saidBy({ annotations, relations }: Tags, entity: Id): { mentions: Annotation[]; statements: Statement[] } {
  const mentions = annotations.filter(({ attributes }) => attributes.entity === entity);
  const sources = new Set(mentions.map(({ id }) => id));
  const byId = new Map(annotations.map((tag) => [tag.id, tag]));
  const direct = new Map<Id, Statement>();
  for (const { from, to, type } of relations) {
    const tag = byId.get(from);
    if (tag && sources.has(to) && (type === 'said-by' || type === 'claimed-by')) direct.set(from, { tag, way: type });
  }
  const quotes = [...direct.values()].flatMap(({ tag }) => (tag.type === 'quote' ? [tag] : []));
  return { mentions, statements: [...direct.values(), ...claimsWithin(quotes, annotations, relations)] };
}

/** Claims inside the quotes that nobody else, and not the article itself, makes. */
function claimsWithin(quotes: readonly Annotation[], annotations: readonly Annotation[], relations: readonly Relation[]): Statement[] {
  if (quotes.length === 0) return [];
  const claimed = new Set(relations.flatMap(({ from, type }) => (type === 'claimed-by' ? [from] : [])));
  const open = annotations.filter(({ id, type, attributes }) => type === 'claim' && attributes.voice !== 'article' && !claimed.has(id));
  const on = new Map<string, Annotation[]>();
  for (const quote of quotes) on.set(placeOf(quote), [...(on.get(placeOf(quote)) ?? []), quote]);
  return open
    .filter((claim) => on.get(placeOf(claim))?.some((quote) => isInside(claim, quote)))
    .map((tag): Statement => ({ tag, way: 'in-quote' }));
}

const placeOf = ({ text, set }: Annotation): string => `${text}/${set}`;

/** Which statements are shown: an empty member shows all. Dates are YYYY-MM-DD, both ends included; `kind` is a tag type, or type, slash and value of `kind`. */
export interface StatementFilter {
  readonly from: string;
  readonly to: string;
  readonly outlet: string;
  readonly kind: string;
  readonly status: string;
  /** Id of a set. */
  readonly set: string;
}

export const everything: StatementFilter = { from: '', to: '', outlet: '', kind: '', status: '', set: '' };

/** The article of every text. */
export const homesOf = (articles: ReadonlyMap<Id, Article>): ReadonlyMap<TextHash, Article> =>
  new Map([...articles.values()].flatMap((article) => article.versions.map(({ text }) => [text, article] as const)));

/** An article with the statements in it, in the order of the text. */
export interface StatementsIn {
  readonly article: Article;
  readonly statements: readonly Statement[];
}

/** The statements that fit, by article: the newest first, those without a date last. An article without a date fits no date. */
export function byArticle(statements: readonly Statement[], articles: ReadonlyMap<Id, Article>, filter: StatementFilter): StatementsIn[] {
  const homes = homesOf(articles);
  const groups = new Map<Article, Statement[]>();
  for (const statement of statements) {
    const article = homes.get(statement.tag.text);
    if (!article || !fits(statement, article, filter)) continue;
    groups.set(article, [...(groups.get(article) ?? []), statement]);
  }
  return [...groups]
    .sort(([a], [b]) => newestFirst(a, b))
    .map(([article, found]) => ({ article, statements: found.sort((a, b) => startOf(a.tag) - startOf(b.tag)) }));
}

const newestFirst = (a: Article, b: Article): number =>
  compare(b.date ?? '', a.date ?? '') || compare(a.added, b.added) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function fits({ tag }: Statement, { date, publisher }: Article, { from, to, outlet, kind, status, set }: StatementFilter): boolean {
  if ((from !== '' || to !== '') && date === undefined) return false;
  if ((from !== '' && (date ?? '') < from) || (to !== '' && (date ?? '') > to)) return false;
  if ((outlet !== '' && publisher !== outlet) || (set !== '' && tag.set !== set)) return false;
  if (kind !== '' && kind !== tag.type && kind !== kindOf(tag)) return false;
  return status === '' || (tag.type === 'claim' && statusOf(tag) === status);
}

/** Type and kind of a statement with a slash between, such as `claim/pledge`; a kind nobody has confirmed is none. */
export const kindOf = ({ type, attributes: { kind }, suggested }: Annotation): string =>
  `${type}/${kind === undefined || suggested?.includes('kind') ? '' : kind}`;

/** How far the check of a claim is. */
const statusOf = ({ attributes: { status } }: Annotation): string => status ?? 'unchecked';
