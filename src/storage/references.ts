import { acknowledgersOf, setOfKey } from '../model/checks/acknowledged.ts';
import type { EntryDraft } from '../model/journal.ts';
import type { Change, Patch } from '../model/patch.ts';
import type { AnyRecord, Article, Id, TableName, TextHash } from '../model/records.ts';
import type { ArticleFinder } from './article-finder.ts';
import { ConflictError } from './errors.ts';
import { checkAddedLinks, checkNoLinkLeft, checkPaths, checkRecast } from './link-references.ts';
import { outcomeOf } from './outcome.ts';
import type { Page, ProjectDatabase } from './project-database.ts';
import { checkAnswered } from './review-references.ts';

/**
 * Throws a ConflictError where the patch, just written, leaves something that points to nothing: another tab took away
 * what it points to, or points to what it takes away. Runs inside the transaction, which the error takes back.
 */
export async function checkReferences(database: ProjectDatabase, articles: ArticleFinder, { patch, cause }: EntryDraft): Promise<void> {
  const imported = cause.kind === 'import';
  const outcomes = await Promise.all(
    [
      checkNamed(database, patch),
      checkTexts(database, articles, patch),
      checkAddedLinks(database, patch, imported),
      checkRecast(database, patch),
      checkNoLinkLeft(database, patch),
      checkAnswered(database, patch),
      imported ? Promise.resolve() : checkPaths(database, patch),
      checkNothingLeft(database, articles, patch),
    ].map(outcomeOf),
  );
  // All ask at once; of several reasons the first in this order is given, not the one whose answer comes first.
  for (const outcome of outcomes) outcome();
}

/** Sets, people, codebooks and register entries that the patch newly names are there. */
async function checkNamed(database: ProjectDatabase, patch: Patch): Promise<void> {
  const named = new Map<string, Change>();
  for (const change of patch) {
    const before = new Set(keysNamed(change.before));
    for (const key of keysNamed(change.after)) if (!before.has(key)) named.set(key, change);
  }
  // Keys alone: a codebook is large, and only whether it is there is asked.
  const there = await Promise.all([...named.keys()].map((key) => database.rows.where('key').equals(key).count()));
  const missing = [...named.values()].find((_, index) => there[index] === 0);
  if (missing) throw new ConflictError(missing.table, missing.id, null, 'gone');
}

/** Keys of the rows a record names. */
function keysNamed(record: AnyRecord | null): string[] {
  if (record === null) return [];
  if ('heads' in record) return [`authors/${record.author}`];
  if ('from' in record) return [`sets/${record.set}`, `authors/${record.author}`];
  if ('versions' in record) return acknowledgmentKeys(record);
  if ('target' in record || 'verdict' in record || 'items' in record) return [`sets/${record.set}`, `authors/${record.author}`];
  if (!('segments' in record)) return [];
  const { set, author, modifiedBy = author, codebook, attributes } = record;
  const entity = attributes.entity === undefined ? [] : [`entities/${attributes.entity}`];
  const acknowledgers = acknowledgersOf(record).map((id) => `authors/${id}`);
  return [`sets/${set}`, `authors/${author}`, `authors/${modifiedBy}`, `codebooks/${codebook}`, ...entity, ...acknowledgers];
}

const acknowledgmentKeys = (article: Article): string[] => [
  ...acknowledgersOf(article).map((author) => `authors/${author}`),
  ...Object.keys(article.acknowledged ?? {}).map((key) => `sets/${setOfKey(key)}`),
];

/** Texts that the patch newly tags, or says something of, belong to an article. */
async function checkTexts(database: ProjectDatabase, articles: ArticleFinder, patch: Patch): Promise<void> {
  const tagged = new Map<TextHash, Change>();
  for (const change of patch) {
    const { table, before, after } = change;
    if (after !== null) articles.notice(after);
    if ((table === 'annotations' || table === 'reviews') && after !== null && after.text !== before?.text) tagged.set(after.text, change);
  }
  const [homeless] = await articles.homeless(database, new Set(tagged.keys()));
  const loose = homeless === undefined ? undefined : tagged.get(homeless);
  if (loose) throw new ConflictError(loose.table, loose.id, null, 'gone');
}

/** No tag still lies on a text, or belongs to a set, an author, a codebook or an entry, that the patch took away. */
async function checkNothingLeft(database: ProjectDatabase, articles: ArticleFinder, patch: Patch): Promise<void> {
  const removed = (table: TableName): Id[] =>
    patch.flatMap((change) => (change.table === table && change.after === null ? [change.id] : []));
  const { pages } = database;
  const refuse = (table: TableName, id: Id | undefined, left: number, reason: 'tagged' | 'named') => {
    if (left > 0) throw new ConflictError(table, id ?? '', null, reason);
  };
  const texts = await textsLeft(database, articles, patch);
  if (texts.length > 0) refuse('articles', removed('articles')[0], await pages.where('text').anyOf(texts).count(), 'tagged');
  const sets = removed('sets');
  const acknowledging = (article: Article) => Object.keys(article.acknowledged ?? {}).some((key) => sets.includes(setOfKey(key)));
  if (sets.length > 0) {
    refuse('sets', sets[0], await pages.where('set').anyOf(sets).count(), 'tagged');
    refuse('sets', sets[0], await articlesWhere(database, acknowledging), 'tagged');
  }
  const entities = removed('entities');
  if (entities.length > 0) refuse('entities', entities[0], await pages.where('entities').anyOf(entities).count(), 'named');
  const authors = removed('authors');
  if (authors.length > 0) refuse('authors', authors[0], await signedBy(database, new Set(authors)), 'tagged');
  const codebooks = new Set(removed('codebooks'));
  const under = ({ annotations }: Page) => annotations.some(({ codebook }) => codebooks.has(codebook));
  if (codebooks.size > 0) refuse('codebooks', [...codebooks][0], await pages.filter(under).count(), 'tagged');
}

/** Texts that the patch takes from an article and that no other article has. */
async function textsLeft(database: ProjectDatabase, articles: ArticleFinder, patch: Patch): Promise<TextHash[]> {
  const left = new Set<TextHash>();
  for (const change of patch) {
    if (change.table !== 'articles') continue;
    const kept = new Set(change.after?.versions.map(({ text }) => text));
    for (const { text } of change.before?.versions ?? []) if (!kept.has(text)) left.add(text);
  }
  return articles.homeless(database, left);
}

/** How many sets and pages still name one of these authors. Reads every page: authors go only when adding or importing them is taken back. */
async function signedBy(database: ProjectDatabase, authors: ReadonlySet<Id>): Promise<number> {
  const { rows, pages } = database;
  const owned = await rows
    .where('key')
    .startsWith('sets/')
    .and(({ record }) => 'heads' in record && authors.has(record.author))
    .count();
  const signed = ({ annotations, relations, reviews }: Page) =>
    [...annotations, ...relations, ...reviews].some(
      (tag) =>
        authors.has(tag.author) ||
        ('segments' in tag && [tag.modifiedBy ?? '', ...acknowledgersOf(tag)].some((author) => authors.has(author))),
    );
  const acknowledging = (article: Article) => acknowledgersOf(article).some((author) => authors.has(author));
  return owned + (await pages.filter(signed).count()) + (await articlesWhere(database, acknowledging));
}

const articlesWhere = ({ rows }: ProjectDatabase, holds: (article: Article) => boolean): PromiseLike<number> =>
  rows
    .where('key')
    .startsWith('articles/')
    .and(({ record }) => 'versions' in record && holds(record))
    .count();
