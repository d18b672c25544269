import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Article, Id } from '../records.ts';
import { isDoneWith } from './done.ts';

/** Whose set would be seen by whom, and who works on this machine. */
export interface Look {
  readonly mine: Id;
  readonly other: Id;
  /** Ids of authors. */
  readonly people: readonly Id[];
}

/**
 * True where whoever works on a set would see another one too early for the first to count as independent of it: before their own is
 * done with the article, or, where both work on one machine, before both are.
 */
export function exposes({ sets }: Pick<Project, 'sets'>, { mine, other, people }: Look, article: Article): boolean {
  const [own, seen] = [sets.get(mine), sets.get(other)];
  if (!own || !seen || own.author === seen.author || own.derivedFrom?.includes(other)) return false;
  return !isDoneWith(article, mine) || ([own, seen].every(({ author }) => people.includes(author)) && !isDoneWith(article, other));
}

/** Notes that a set is made after others were seen. Throws for a set that is not there. */
export function markDerived(project: Project, { mine, others }: { readonly mine: Id; readonly others: readonly Id[] }): Patch {
  const set = project.sets.get(mine);
  if (!set) throw new Error(`There is no set ${mine}.`);
  const { derivedFrom = [] } = set;
  const seen = others.filter((other) => !derivedFrom.includes(other));
  if (seen.length === 0) return [];
  return patchOf(change('sets', mine, set, { ...set, basis: 'derived', derivedFrom: [...derivedFrom, ...seen] }));
}
