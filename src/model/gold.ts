import type { Patch } from './patch.ts';
import type { Project } from './project.ts';
import type { AnnotationSet, Edition, Id, TextHash } from './records.ts';

/** The edition of a text that a gold set is in: its last one, or the first, in which nothing is finished. */
export const editionOf = ({ gold }: AnnotationSet, text: TextHash): Edition =>
  gold?.editions.filter((edition) => edition.text === text).at(-1) ?? { text, version: 1 };

/** True where a gold set may no longer be changed on a text. */
export const isFinished = (set: AnnotationSet | undefined, text: TextHash): boolean =>
  set?.gold !== undefined && editionOf(set, text).finished !== undefined;

/** The gold set of which a patch would change something finished; `null` where it changes none, or opens or finishes it itself. */
export function frozenIn({ sets }: Pick<Project, 'sets'>, patch: Patch): Id | null {
  const own = new Set(patch.flatMap(({ table, id }) => (table === 'sets' ? [id] : [])));
  // A tag that goes to another text leaves the one it was on.
  const touched = patch.flatMap(({ before, after }) => [before, after]).filter((record) => record !== null && 'set' in record);
  return touched.find(({ set, text }) => !own.has(set) && isFinished(sets.get(set), text))?.set ?? null;
}
