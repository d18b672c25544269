import type { Change, Patch } from '../../src/model/patch.ts';
import type { Annotation, Relation } from '../../src/model/records.ts';
import { isPaged, pagesHolding, scopeOf, tagsIn } from '../../src/storage/pages.ts';
import type { Page, ProjectDatabase } from '../../src/storage/project-database.ts';

type Tag = Annotation | Relation;

export { isPaged, pagesHolding, scopeOf, tagsIn };

type Write = (database: ProjectDatabase, patch: Patch) => Promise<void>;

/** A tab that puts the whole document as it knows it, so that the last one wins. */
export function wholeDocumentWriter(): Write {
  const seen = new Map<string, Page | Omit<Page, 'page'>>();
  return async (database, patch) => {
    for (const change of patch) {
      const tag = change.table === 'annotations' || change.table === 'relations' ? (change.after ?? change.before) : null;
      if (tag === null) continue;
      const scope = scopeOf(tag);
      const known = seen.get(scope) ?? (await database.pages.where('scope').equals(scope).first()) ?? emptyPage(tag);
      const next = withChange(known, change);
      const page = await database.pages.put(next as Page);
      seen.set(scope, { ...next, page });
    }
  };
}

const write = wholeDocumentWriter();

/** The broken variant the tab test must catch: it looks at nothing that is stored. */
export const readTags = async (database: ProjectDatabase, patch: Patch) => () => write(database, patch);

const emptyPage = (tag: Tag): Omit<Page, 'page'> => ({
  scope: scopeOf(tag),
  text: tag.text,
  set: tag.set,
  annotations: [],
  relations: [],
  reviews: [],
  ids: [],
  links: [],
  starts: [],
  entities: [],
});

function withChange<P extends Omit<Page, 'page'>>(page: P, { id, after }: Change): P {
  const others = <T extends Tag>(tags: readonly T[]) => tags.filter((tag) => tag.id !== id);
  const annotations = [...others(page.annotations), ...(after && 'segments' in after ? [after] : [])];
  const relations = [...others(page.relations), ...(after && 'from' in after ? [after] : [])];
  const ids = [...annotations, ...relations].map((tag) => tag.id);
  return { ...page, annotations, relations, ids, links: relations.map(({ to }) => to), starts: relations.map(({ from }) => from) };
}
