import { sameJson } from '../model/equal.ts';
import type { Change, Patch } from '../model/patch.ts';
import type { Annotation, Id, Relation, Review, TableName } from '../model/records.ts';
import { ConflictError } from './errors.ts';
import type { Page, ProjectDatabase } from './project-database.ts';
import { safeLength } from './sums.ts';

/** What lies on pages. */
export type Paged = Annotation | Relation | Review;
type PagedTable = 'annotations' | 'relations' | 'reviews';
type PagedChange = Extract<Change, { table: PagedTable }>;

const pageSize = 200;
const lengthOf = (tag: Paged): number => JSON.stringify(tag).length;

/** True for a table whose records lie on pages, by text and set, and not in rows of their own. */
export const isPaged = (table: TableName): table is PagedTable => table === 'annotations' || table === 'relations' || table === 'reviews';

const isPagedChange = (change: Change): change is PagedChange => isPaged(change.table);

/** Where the records of one text and set are kept. */
export const scopeOf = ({ text, set }: Pick<Paged, 'text' | 'set'>): string => `${text}/${set}`;

/**
 * Reads the pages that the annotations, relations and reviews of a patch belong on; gives what writes them there. Runs inside the
 * transaction; throws a ConflictError where a record is not as `before` says.
 */
export async function readTags(database: ProjectDatabase, patch: Patch): Promise<() => Promise<unknown>> {
  const changes = patch.filter(isPagedChange);
  if (changes.length === 0) return () => Promise.resolve();
  const additions = additionsIn(changes);
  // Asked for at once: each answer takes its time to come from the browser.
  const ids = new Set(changes.map(({ id }) => id));
  const [found, last] = await Promise.all([pagesHolding(database, ids), lastPages(database, [...additions.keys()])]);
  const drafts = new PageDrafts(found);
  for (const change of changes) {
    drafts.compare(change);
    if (staysOn(change)) drafts.replace(change.after);
    else if (change.before) drafts.remove(change.id);
  }
  for (const [scope, tags] of additions) {
    const page = last.get(scope);
    if (page && !drafts.has(page.page)) drafts.take(page);
    drafts.add(scope, tags);
  }
  return () => drafts.write(database);
}

/** True for a tag that is changed where it is. */
const staysOn = (change: PagedChange): change is PagedChange & { readonly after: Paged } =>
  change.before !== null && change.after !== null && scopeOf(change.before) === scopeOf(change.after);

/** What comes to each scope. */
function additionsIn(changes: readonly PagedChange[]): Map<string, Paged[]> {
  const additions = new Map<string, Paged[]>();
  for (const change of changes) {
    if (change.after === null || staysOn(change)) continue;
    const scope = scopeOf(change.after);
    const tags = additions.get(scope) ?? [];
    tags.push(change.after);
    additions.set(scope, tags);
  }
  return additions;
}

// Each id that is looked up on its own brings its whole page along; from here on looking through all pages once is quicker.
const manyIds = 1_000;

/** The pages on which one of these records is. */
export function pagesHolding({ pages }: ProjectDatabase, ids: ReadonlySet<Id>): PromiseLike<Page[]> {
  const [first = ''] = ids;
  // One is had by a single question, several need one each.
  if (ids.size <= 1) return pages.where('ids').equals(first).toArray();
  if (ids.size > manyIds) return pages.filter((page) => page.ids.some((id) => ids.has(id))).toArray();
  return pages
    .where('ids')
    .anyOf([...ids])
    .distinct()
    .toArray();
}

async function lastPages({ pages }: ProjectDatabase, scopes: readonly string[]): Promise<Map<string, Page>> {
  const found = await Promise.all(scopes.map((scope) => pages.where('scope').equals(scope).last()));
  return new Map(found.flatMap((page) => (page ? [[page.scope, page]] : [])));
}

/** Everything the pages hold. */
export const tagsIn = (pages: readonly Page[]): Paged[] =>
  pages.flatMap(({ annotations, relations, reviews }) => [...annotations, ...relations, ...reviews]);

interface Draft {
  readonly page: number | null;
  readonly scope: string;
  readonly annotations: Map<Id, Annotation>;
  readonly relations: Map<Id, Relation>;
  readonly reviews: Map<Id, Review>;
  /** In UTF-16 units of JSON. */
  length: number;
  touched: boolean;
}

/** Pages while a transaction changes them; every other record of a page stays as it was read inside the same transaction. */
class PageDrafts {
  readonly #drafts: Draft[] = [];
  readonly #homes = new Map<Id, Draft>();

  constructor(pages: readonly Page[]) {
    for (const page of pages) this.take(page);
  }

  has(page: number): boolean {
    return this.#drafts.some((draft) => draft.page === page);
  }

  take(page: Page): void {
    const draft = draftOf(page);
    this.#drafts.push(draft);
    for (const id of page.ids) this.#homes.set(id, draft);
  }

  compare({ table, id, before }: PagedChange): void {
    const draft = this.#homes.get(id);
    const stored = draft?.[table].get(id) ?? null;
    if (!sameJson(stored, before)) throw new ConflictError(table, id, stored);
  }

  replace(tag: Paged): void {
    const draft = this.#homes.get(tag.id);
    if (draft) put(draft, tag);
  }

  remove(id: Id): void {
    const draft = this.#homes.get(id);
    if (draft) take(draft, id);
    this.#homes.delete(id);
  }

  add(scope: string, tags: readonly Paged[]): void {
    let draft = this.#drafts.find((candidate) => candidate.scope === scope && !isFull(candidate));
    for (const tag of tags) {
      if (!draft || isFull(draft)) {
        draft = { page: null, scope, annotations: new Map(), relations: new Map(), reviews: new Map(), length: 0, touched: true };
        this.#drafts.push(draft);
      }
      put(draft, tag);
    }
  }

  async write(database: ProjectDatabase): Promise<void> {
    const touched = this.#drafts.filter((draft) => draft.touched);
    const empty = touched.flatMap((draft) => (size(draft) === 0 && draft.page !== null ? [draft.page] : []));
    const pages = touched.filter((draft) => size(draft) > 0).map(pageOf);
    if (empty.length > 0) await database.pages.bulkDelete(empty);
    if (pages.length > 0) await database.pages.bulkPut(pages);
  }
}

function draftOf({ page, scope, annotations, relations, reviews }: Page): Draft {
  const byId = <T extends Paged>(tags: readonly T[]) => new Map(tags.map((tag) => [tag.id, tag]));
  const length = [...annotations, ...relations, ...reviews].reduce((sum, tag) => sum + lengthOf(tag), 0);
  return { page, scope, annotations: byId(annotations), relations: byId(relations), reviews: byId(reviews), length, touched: false };
}

const size = ({ annotations, relations, reviews }: Draft): number => annotations.size + relations.size + reviews.size;

const recordIn = ({ annotations, relations, reviews }: Draft, id: Id): Paged | undefined =>
  annotations.get(id) ?? relations.get(id) ?? reviews.get(id);

// A page that outgrew this would be kept without a check.
const isFull = (draft: Draft): boolean => size(draft) >= pageSize || draft.length >= safeLength;

function take(draft: Draft, id: Id): void {
  const tag = recordIn(draft, id);
  if (!tag) return;
  for (const table of [draft.annotations, draft.relations, draft.reviews]) table.delete(id);
  draft.length -= lengthOf(tag);
  draft.touched = true;
}

function put(draft: Draft, tag: Paged): void {
  const before = recordIn(draft, tag.id);
  draft.length += lengthOf(tag) - (before ? lengthOf(before) : 0);
  if ('segments' in tag) draft.annotations.set(tag.id, tag);
  else if ('from' in tag) draft.relations.set(tag.id, tag);
  else draft.reviews.set(tag.id, tag);
  draft.touched = true;
}

function pageOf({ page, scope, annotations, relations, reviews }: Draft): Page | Omit<Page, 'page'> {
  const [text = '', set = ''] = scope.split('/');
  const row = {
    scope,
    text,
    set,
    annotations: [...annotations.values()],
    relations: [...relations.values()],
    reviews: [...reviews.values()],
    ids: [...annotations.keys(), ...relations.keys(), ...reviews.keys()],
    links: [...new Set([...relations.values()].map(({ to }) => to))],
    starts: [...new Set([...relations.values()].map(({ from }) => from))],
    entities: [...new Set([...annotations.values()].flatMap(({ attributes }) => attributes.entity ?? []))],
  };
  return page === null ? row : { ...row, page };
}
