import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Article, Id } from '../records.ts';

/** True where whoever works on a set would see another one before their own is done with the article, so that the first no longer counts as independent of it. */
export function exposes({ sets }: Project, { mine, other }: { readonly mine: Id; readonly other: Id }, article: Article): boolean {
  const [own, seen] = [sets.get(mine), sets.get(other)];
  if (!own || !seen || own.author === seen.author || article.status === 'done') return false;
  return own.derivedFrom?.includes(other) !== true;
}

/** Notes that a set is made after another one was seen. Throws for a set that is not there. */
export function markDerived(project: Project, { mine, other }: { readonly mine: Id; readonly other: Id }): Patch {
  const set = project.sets.get(mine);
  if (!set) throw new Error(`There is no set ${mine}.`);
  const { derivedFrom = [] } = set;
  if (derivedFrom.includes(other)) return [];
  return patchOf(change('sets', mine, set, { ...set, basis: 'derived', derivedFrom: [...derivedFrom, other] }));
}
