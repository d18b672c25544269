import type { PackageContents } from '../../model/package-contents.ts';
import type { Id } from '../../model/records.ts';
import type { Host } from '../host.ts';

/** What a comparison of sets needs, where there is no database that a worker could read. */
export async function contentsOf(host: Host, sets: readonly Id[]): Promise<PackageContents> {
  const { project } = host.state.getState();
  const loaded = await Promise.all(sets.map((set) => host.store.loadSet(set)));
  return {
    codebooks: [...project.codebooks.values()],
    articles: [...project.articles.values()],
    authors: [...project.authors.values()],
    sets: [...project.sets.values()],
    entities: [...project.entities.values()],
    annotations: loaded.flatMap(({ annotations }) => annotations),
    relations: loaded.flatMap(({ relations }) => relations),
    texts: [...new Map(loaded.flatMap(({ texts }) => texts).map((one) => [one.id, one])).values()],
  };
}
