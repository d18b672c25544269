import { derivedId } from '../../formats/derived-id.ts';
import type { Given } from '../../formats/format.ts';
import { codebookRef } from '../../model/codebooks/newsroom-core.ts';
import type { Existing } from '../../model/commands/import-package.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import { grouped } from '../../model/grouped.ts';
import { contentsIn } from '../../model/keyed-records.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { AnyRecord, Id } from '../../model/records.ts';
import { copiesIn } from '../../model/set-copy.ts';
import type { ProjectStore } from '../project-store.ts';

/** What an import asks of a project. */
export type ImportStore = Pick<ProjectStore, 'find' | 'headOfSet' | 'load' | 'loadSet' | 'loadText'>;

/** What is stored of all that the package names. */
export async function existingFor(store: ImportStore, contents: PackageContents): Promise<Existing> {
  const known = new Map<string, AnyRecord>();
  for (const [table, items] of grouped(contentsIn(contents), (item) => item.table)) {
    const records = await store.find(table, [...new Set(items.map(({ id }) => id))]);
    for (const record of records) known.set(`${table}/${'checks' in record ? codebookRef(record) : record.id}`, record);
  }
  const ids = [...new Set(copiesIn(contents).map(({ set }) => set.id))];
  const sets = new Map(
    await Promise.all(
      ids.map(async (id): Promise<[Id, SetHere]> => [id, { ...(await store.loadSet(id)), head: await store.headOfSet(id) }]),
    ),
  );
  return {
    record: (table, id) => known.get(`${table}/${id}`) ?? null,
    ofSet: (set) => sets.get(set) ?? { annotations: [], relations: [] },
    head: (set) => sets.get(set)?.head ?? null,
  };
}

type SetHere = ReturnType<Existing['ofSet']> & { readonly head: string | null };

/** What files of another tool, made at `at`, are read against. */
export async function givenBy(store: ImportStore, at: string): Promise<Given> {
  const project = await store.load();
  const texts = await Promise.all(
    [...project.texts.values()].map(async (text) => {
      const content = await store.loadText(text.id);
      return content === null ? text : { ...text, content };
    }),
  );
  const known = {
    articles: [...project.articles.values()],
    texts,
    authors: [...project.authors.values()],
    sets: [...project.sets.values()],
    entities: [...project.entities.values()],
    codebooks: [...project.codebooks.values()],
  };
  // Whoever tagged in another tool is not the one who imports it.
  return { known, codebook: currentCodebook(project), author: { id: derivedId('author', ''), name: '' }, at };
}
