import type { Codebook } from '../../model/codebooks/codebook.ts';
import type { Annotation, Article, Id, Relation, TextHash } from '../../model/records.ts';
import { Recheck, type RecheckGroup } from '../../model/views/recheck.ts';
import { withProject } from '../project-connection.ts';
import type { ProjectDatabase } from '../project-database.ts';

/** Every stored tag of these sets that a newer version of its codebook may affect, by change. */
export function recheckTags({ project, sets }: { readonly project: Id; readonly sets: readonly Id[] }): Promise<readonly RecheckGroup[]> {
  return withProject(project, (database) => recheckIn(database, sets));
}

/** The same for an open database. */
export async function recheckIn(database: ProjectDatabase, sets: readonly Id[]): Promise<readonly RecheckGroup[]> {
  const recheck = new Recheck(await codebooksIn(database));
  if (!recheck.needed) return [];
  const articles = await articlesByText(database);
  const wanted = new Set(sets);
  let open: { readonly scope: string; readonly text: TextHash; annotations: Annotation[]; relations: Relation[] } | null = null;
  const close = () => {
    const article = open && articles.get(open.text);
    if (open && article !== undefined && article !== null) recheck.look(article, open.annotations, open.relations);
  };
  // A link may lie on another page than its tag, but not in another scope.
  await database.pages.orderBy('scope').each(({ scope, text, set, annotations, relations }) => {
    if (!wanted.has(set)) return;
    if (open?.scope !== scope) {
      close();
      open = { scope, text, annotations: [], relations: [] };
    }
    open.annotations.push(...annotations);
    open.relations.push(...relations);
  });
  close();
  return recheck.groups;
}

async function codebooksIn({ rows }: ProjectDatabase): Promise<ReadonlyMap<string, Codebook>> {
  const found = await rows.where('key').startsWith('codebooks/').toArray();
  return new Map(found.flatMap(({ key, record }) => ('checks' in record ? [[key.slice('codebooks/'.length), record] as const] : [])));
}

async function articlesByText({ rows }: ProjectDatabase): Promise<ReadonlyMap<TextHash, Id>> {
  const found = await rows.where('key').startsWith('articles/').toArray();
  const articles = found.flatMap(({ record }): Article[] => ('versions' in record ? [record] : []));
  return new Map(articles.flatMap(({ id, versions }) => versions.map(({ text }) => [text, id] as const)));
}
