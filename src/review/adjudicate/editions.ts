import { contentHash } from '../../formats/package/merge.ts';
import type { Context } from '../../model/context.ts';
import { editionOf } from '../../model/gold.ts';
import { change, type Patch, patchOf } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { AnnotationSet, Edition, Id, TextHash } from '../../model/records.ts';

/** A new gold set, to be adjudicated from others; whoever is named in the context signs it. */
export function newGoldSet(sources: readonly Id[], context: Pick<Context, 'id' | 'now' | 'author'>): { patch: Patch; set: Id } {
  const { author } = context;
  const set: AnnotationSet = {
    id: context.id(),
    author,
    basis: 'derived',
    derivedFrom: [...sources],
    created: context.now(),
    heads: [],
    gold: { editions: [] },
  };
  return { patch: patchOf(change('sets', set.id, null, set)), set: set.id };
}

/** Finishes what a gold set says of a text: from now on it has a version and a hash, and nothing of it may be changed. An empty patch where it is finished. Throws where no such gold set is there. */
export function finishGold(project: Project, { set: id, text }: { readonly set: Id; readonly text: TextHash }, context: Context): Patch {
  const set = goldSet(project, id);
  const { version, finished } = editionOf(set, text);
  if (finished) return [];
  const { hash, contributors } = contentsOf(project, set, text);
  const edition: Edition = { text, version, finished: { at: context.now(), author: context.author, hash, contributors } };
  const others = set.gold.editions.filter((one) => one.text !== text || one.version !== version);
  return patchOf(change('sets', id, set, { ...set, gold: { editions: [...others, edition] } }));
}

/** Begins the next version of a text; the finished one stays named with its hash. An empty patch where the last one is not finished. */
export function correctGold(project: Project, { set: id, text }: { readonly set: Id; readonly text: TextHash }): Patch {
  const set = goldSet(project, id);
  const { version, finished } = editionOf(set, text);
  if (!finished) return [];
  return patchOf(change('sets', id, set, { ...set, gold: { editions: [...set.gold.editions, { text, version: version + 1 }] } }));
}

/** True where a text of a gold set is finished and still says what it said then. */
export function isAsFinished(project: Project, set: AnnotationSet, text: TextHash): boolean {
  const { finished } = editionOf(set, text);
  return finished !== undefined && contentsOf(project, set, text).hash === finished.hash;
}

function goldSet({ sets }: Project, id: Id): AnnotationSet & Required<Pick<AnnotationSet, 'gold'>> {
  const set = sets.get(id);
  if (!set?.gold) throw new Error(`There is no gold set ${id}.`);
  return { ...set, gold: set.gold };
}

/** The hash of tags, links and rulings on a text, each in the order of their ids, and who had a part in them. */
function contentsOf(project: Project, { id, author, derivedFrom = [] }: AnnotationSet, text: TextHash) {
  const own = <R extends { readonly id: Id; readonly set: Id; readonly text: TextHash }>(records: ReadonlyMap<Id, R>): R[] =>
    [...records.values()].filter((one) => one.set === id && one.text === text).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rulings = own(project.reviews).filter(({ kind }) => kind === 'ruling');
  const authors = [author, ...derivedFrom.flatMap((one) => project.sets.get(one)?.author ?? []), ...rulings.map((one) => one.author)];
  return {
    hash: contentHash({ annotations: own(project.annotations), relations: own(project.relations), rulings }),
    contributors: [...new Set(authors)].sort(),
  };
}
