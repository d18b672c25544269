import type { Patch } from '../model/patch.ts';
import type { Review } from '../model/records.ts';
import { ConflictError } from './errors.ts';
import { scopeOf } from './pages.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Throws a ConflictError where an answer or remark that the patch has put beside others, or left behind, names a verdict that is not there. Runs after the patch was written. */
export async function checkAnswered(database: ProjectDatabase, patch: Patch): Promise<void> {
  const said = patch.flatMap((change) => (change.table === 'reviews' ? [change.after, change.before] : []));
  const scopes = new Set(said.flatMap((review) => (review ? [scopeOf(review)] : [])));
  if (scopes.size === 0) return;
  const pages = await database.pages
    .where('scope')
    .anyOf([...scopes])
    .toArray();
  const reviews = pages.flatMap((page): readonly Review[] => page.reviews);
  const there = new Set(reviews.map(({ id }) => id));
  const loose = reviews.find((review) => 'verdict' in review && !there.has(review.verdict));
  if (loose) throw new ConflictError('reviews', loose.id, null, patch.some(({ id }) => id === loose.id) ? 'gone' : 'answered');
}
