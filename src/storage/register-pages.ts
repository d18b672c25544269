import type { Annotation, Id, TextHash } from '../model/records.ts';
import type { Page, ProjectDatabase } from './project-database.ts';
import type { OnText } from './project-store.ts';

// The first few are there at once; after them as many as cost little to ask for.
const firstPages = 5;
const pagesAtOnce = 40;

/** The keys in order, some at a time. */
export function inSteps(keys: readonly number[]): (readonly number[])[] {
  const steps = [keys.slice(0, firstPages)];
  for (let at = firstPages; at < keys.length; at += pagesAtOnce) steps.push(keys.slice(at, at + pagesAtOnce));
  return steps;
}

/** The annotations of all sets that name an entry of the register. */
export async function mentionsIn({ pages }: ProjectDatabase, entity: Id): Promise<Annotation[]> {
  const found = await pages.where('entities').equals(entity).toArray();
  return tagsOf(found).annotations.filter(({ attributes }) => attributes.entity === entity);
}

/** The keys of the pages on which somebody names the entry. */
export const pagesNaming = ({ pages }: ProjectDatabase, entity: Id): PromiseLike<number[]> =>
  pages.where('entities').equals(entity).primaryKeys();

/** All pages of the texts that these pages belong to, except of those read before, to which they are added. */
export async function pagesBeside({ pages }: ProjectDatabase, keys: readonly number[], read: Set<TextHash>): Promise<Page[]> {
  const named = await pages.bulkGet([...keys]);
  const texts = new Set(named.flatMap((page) => (page && !read.has(page.text) ? [page.text] : [])));
  for (const text of texts) read.add(text);
  return pages
    .where('text')
    .anyOf([...texts])
    .toArray();
}

/** By entry: on how many texts somebody names it. Reads keys of indexes, no pages. */
export async function textsByEntity({ pages }: ProjectDatabase): Promise<ReadonlyMap<Id, number>> {
  const textOf = new Map<number, TextHash>();
  const texts = new Map<Id, Set<TextHash>>();
  await pages.orderBy('text').eachKey((text, { primaryKey }) => void textOf.set(primaryKey, String(text)));
  await pages.orderBy('entities').eachKey((entity, { primaryKey }) => {
    const on = texts.get(String(entity)) ?? new Set<TextHash>();
    texts.set(String(entity), on.add(textOf.get(primaryKey) ?? ''));
  });
  return new Map([...texts].map(([entity, on]) => [entity, on.size]));
}

/** What some pages hold. */
export const tagsOf = (pages: readonly Page[]): OnText => ({
  annotations: pages.flatMap((page) => [...page.annotations]),
  relations: pages.flatMap((page) => [...page.relations]),
  reviews: pages.flatMap((page) => [...page.reviews]),
});
