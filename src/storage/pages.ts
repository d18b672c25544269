import { sameJson } from '../model/equal.ts';
import type { Change, Patch } from '../model/patch.ts';
import type { Annotation, Id, Relation } from '../model/records.ts';
import { ConflictError } from './errors.ts';
import type { Page, ProjectDatabase } from './project-database.ts';
import { safeLength } from './sums.ts';

type Tag = Annotation | Relation;
type TagChange = Extract<Change, { table: 'annotations' | 'relations' }>;

const pageSize = 200;
const lengthOf = (tag: Tag): number => JSON.stringify(tag).length;

const isTagChange = (change: Change): change is TagChange => change.table === 'annotations' || change.table === 'relations';

/** Where the records of one text and set are kept. */
export const scopeOf = ({ text, set }: Pick<Tag, 'text' | 'set'>): string => `${text}/${set}`;

/** Writes the annotations and relations of a patch into their pages. Runs inside the transaction; throws a ConflictError where a record is not as `before` says. */
export async function writeTags(database: ProjectDatabase, patch: Patch): Promise<void> {
  const changes = patch.filter(isTagChange);
  if (changes.length === 0) return;
  const found = await database.pages
    .where('ids')
    .anyOf(changes.map(({ id }) => id))
    .distinct()
    .toArray();
  const drafts = new PageDrafts(found);
  const additions: Tag[] = [];
  for (const change of changes) {
    drafts.compare(change);
    if (change.before && change.after && scopeOf(change.before) === scopeOf(change.after)) drafts.replace(change.after);
    else {
      if (change.before) drafts.remove(change.id);
      if (change.after) additions.push(change.after);
    }
  }
  for (const scope of new Set(additions.map((tag) => scopeOf(tag)))) {
    const last = await database.pages.where('scope').equals(scope).last();
    if (last && !drafts.has(last.page)) drafts.take(last);
    drafts.add(
      scope,
      additions.filter((tag) => scopeOf(tag) === scope),
    );
  }
  await drafts.write(database);
}

/** Everything the pages hold. */
export const tagsIn = (pages: readonly Page[]): Tag[] => pages.flatMap(({ annotations, relations }) => [...annotations, ...relations]);

interface Draft {
  readonly page: number | null;
  readonly scope: string;
  readonly annotations: Map<Id, Annotation>;
  readonly relations: Map<Id, Relation>;
  /** In UTF-16 units of JSON. */
  length: number;
  touched: boolean;
}

/** Pages while a transaction changes them; every other record of a page stays as it was read inside the same transaction. */
class PageDrafts {
  readonly #drafts: Draft[];

  constructor(pages: readonly Page[]) {
    this.#drafts = pages.map(draftOf);
  }

  has(page: number): boolean {
    return this.#drafts.some((draft) => draft.page === page);
  }

  take(page: Page): void {
    this.#drafts.push(draftOf(page));
  }

  compare({ table, id, before }: TagChange): void {
    const draft = this.#holding(id);
    const stored = draft?.[table].get(id) ?? null;
    if (!sameJson(stored, before)) throw new ConflictError(table, id, stored);
  }

  replace(tag: Tag): void {
    const draft = this.#holding(tag.id);
    if (draft) put(draft, tag);
  }

  remove(id: Id): void {
    const draft = this.#holding(id);
    if (draft) take(draft, id);
  }

  add(scope: string, tags: readonly Tag[]): void {
    let draft = this.#drafts.find((candidate) => candidate.scope === scope && !isFull(candidate));
    for (const tag of tags) {
      if (!draft || isFull(draft)) {
        draft = { page: null, scope, annotations: new Map(), relations: new Map(), length: 0, touched: true };
        this.#drafts.push(draft);
      }
      put(draft, tag);
    }
  }

  async write(database: ProjectDatabase): Promise<void> {
    const touched = this.#drafts.filter((draft) => draft.touched);
    const empty = touched.flatMap((draft) => (size(draft) === 0 && draft.page !== null ? [draft.page] : []));
    const pages = touched.filter((draft) => size(draft) > 0).map(pageOf);
    await database.pages.bulkDelete(empty);
    await database.pages.bulkPut(pages);
  }

  #holding(id: Id): Draft | undefined {
    return this.#drafts.find((draft) => draft.annotations.has(id) || draft.relations.has(id));
  }
}

function draftOf({ page, scope, annotations, relations }: Page): Draft {
  const byId = <T extends Tag>(tags: readonly T[]) => new Map(tags.map((tag) => [tag.id, tag]));
  const length = [...annotations, ...relations].reduce((sum, tag) => sum + lengthOf(tag), 0);
  return { page, scope, annotations: byId(annotations), relations: byId(relations), length, touched: false };
}

const size = ({ annotations, relations }: Draft): number => annotations.size + relations.size;

// A page that outgrew this would be kept without a check.
const isFull = (draft: Draft): boolean => size(draft) >= pageSize || draft.length >= safeLength;

function take(draft: Draft, id: Id): void {
  const tag = draft.annotations.get(id) ?? draft.relations.get(id);
  if (!tag) return;
  draft.annotations.delete(id);
  draft.relations.delete(id);
  draft.length -= lengthOf(tag);
  draft.touched = true;
}

function put(draft: Draft, tag: Tag): void {
  const before = draft.annotations.get(tag.id) ?? draft.relations.get(tag.id);
  draft.length += lengthOf(tag) - (before ? lengthOf(before) : 0);
  if ('segments' in tag) draft.annotations.set(tag.id, tag);
  else draft.relations.set(tag.id, tag);
  draft.touched = true;
}

function pageOf({ page, scope, annotations, relations }: Draft): Page | Omit<Page, 'page'> {
  const [text = '', set = ''] = scope.split('/');
  const row = {
    scope,
    text,
    set,
    annotations: [...annotations.values()],
    relations: [...relations.values()],
    ids: [...annotations.keys(), ...relations.keys()],
    links: [...new Set([...relations.values()].map(({ to }) => to))],
    starts: [...new Set([...relations.values()].map(({ from }) => from))],
    entities: [...new Set([...annotations.values()].flatMap(({ attributes }) => attributes.entity ?? []))],
  };
  return page === null ? row : { ...row, page };
}
