import { codebookRef } from '../model/codebooks/newsroom-core.ts';
import type { Change, Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Article, Id, Relation, TableName, TextHash } from '../model/records.ts';
import type { ProjectStore } from '../storage/project-store.ts';
import type { Saver } from './saver.ts';
import { textsTouched, withTags } from './scope.ts';

/** The project as it is stored, as far as a patch is concerned: its records, and every tag of the texts it touches. All else is as in memory. */
export async function storedAround(store: ProjectStore, memory: Project, patch: Patch): Promise<Project> {
  const names = new Set(
    patch.map(({ table }) => table).filter((table) => table !== 'annotations' && table !== 'relations' && table !== 'reviews'),
  );
  const tables = await Promise.all([...names].map((table) => storedTable(store, memory, table, patch)));
  const tags = await Promise.all([...textsAround(patch)].map((text) => store.loadTags(text)));
  // A tag may have gone to another text since.
  const [annotations, relations] = await Promise.all(
    (['annotations', 'relations'] as const).map((table) => store.find(table, idsIn(patch, table))),
  );
  return {
    ...withTags(memory, {
      annotations: [...tags.flatMap((stored) => stored.annotations), ...((annotations ?? []) as Annotation[])],
      relations: [...tags.flatMap((stored) => stored.relations), ...((relations ?? []) as Relation[])],
      reviews: tags.flatMap(({ reviews }) => reviews),
    }),
    ...Object.fromEntries(tables),
  };
}

/**
 * What is stored of a text of an article. Of an article that waits to be written nothing is but the words that wait with
 * it, and no database is asked: on a full disk there may be none to be had.
 */
export async function storedText(
  store: ProjectStore,
  article: Article,
  text: TextHash,
  { unwritten, unsavedTexts }: Pick<Saver, 'unwritten' | 'unsavedTexts'>,
): Promise<{ content: string | null; tags: Tags }> {
  if (!unwritten.some(({ patch }) => makes(patch, article))) {
    const [content, tags] = await Promise.all([store.loadText(text), store.loadTags(text)]);
    return { content, tags };
  }
  return { content: unsavedTexts.find(({ id }) => id === text)?.content ?? null, tags: { annotations: [], relations: [], reviews: [] } };
}

type Tags = Awaited<ReturnType<ProjectStore['loadTags']>>;

const makes = (patch: Patch, { id }: Article): boolean =>
  patch.some((change) => change.table === 'articles' && change.id === id && change.before === null);

/**
 * The changes that bring memory back to what is stored around a patch that was refused. Beside its own records these are all
 * tags read: what came while the patch had taken the article away was not kept.
 */
export function changesTo(stored: Project, patch: Patch): Patch {
  const own = patch.map(({ table, id }) => ({ table, id, before: null, after: stored[table].get(id) ?? null }));
  const tags = [...stored.annotations.values()].map((after) => ({ table: 'annotations', id: after.id, before: null, after }));
  const links = [...stored.relations.values()].map((after) => ({ table: 'relations', id: after.id, before: null, after }));
  const reviews = [...stored.reviews.values()].map((after) => ({ table: 'reviews', id: after.id, before: null, after }));
  // Table and record come from one change, which the union of tables cannot express.
  return [...own, ...tags, ...links, ...reviews] as Change[];
}

/** The changes that bring the tags, links and reviews of one text in memory back to what is stored of them. */
export function changesToTags(
  { annotations, relations, reviews }: Pick<Project, 'annotations' | 'relations' | 'reviews'>,
  stored: Tags,
): Patch {
  const here = { annotations: [...annotations.values()], relations: [...relations.values()], reviews: [...reviews.values()] };
  return (['annotations', 'relations', 'reviews'] as const).flatMap((table) => {
    const known = new Set(stored[table].map(({ id }) => id));
    const gone = here[table].filter(({ id }) => !known.has(id)).map((before) => ({ table, id: before.id, before, after: null }));
    // Table and record come from one list, which the union of tables cannot express.
    return [...gone, ...stored[table].map((after) => ({ table, id: after.id, before: null, after }))] as Change[];
  });
}

const idsIn = (patch: Patch, table: TableName): Id[] => patch.filter((change) => change.table === table).map(({ id }) => id);

async function storedTable(store: ProjectStore, memory: Project, table: TableName, patch: Patch) {
  const ids = idsIn(patch, table);
  const records = new Map<Id, AnyRecord>(memory[table]);
  for (const id of ids) records.delete(id);
  for (const record of await store.find(table, ids)) records.set('checks' in record ? codebookRef(record) : record.id, record);
  return [table, records] as const;
}

/** Texts whose tags the patch changes, or might have to: those of an article that goes. */
function textsAround(patch: Patch): ReadonlySet<TextHash> {
  const going = patch.flatMap((change) => (change.table === 'articles' && change.after === null ? (change.before?.versions ?? []) : []));
  return new Set([...textsTouched(patch), ...going.map(({ text }) => text)]);
}
