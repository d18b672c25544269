import type { Patch } from '../model/patch.ts';
import type { Review } from '../model/records.ts';
import { ConflictError } from './errors.ts';
import { scopeOf } from './pages.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Throws a ConflictError where an answer or remark that the patch has put beside others, or left behind, names a verdict that is not there. Runs after the patch was written. */
export async function checkAnswered(database: ProjectDatabase, patch: Patch): Promise<void> {
  const scopes = new Set(patch.flatMap((change) => (change.table === 'reviews' ? scopesAsked(change) : [])));
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

/** Where an answer or remark has come, or a verdict has gone. */
function scopesAsked({ before, after }: { readonly before: Review | null; readonly after: Review | null }): string[] {
  const answers = after !== null && 'verdict' in after;
  const leaves = after === null && before !== null && 'target' in before;
  const review = answers ? after : leaves ? before : null;
  return review ? [scopeOf(review)] : [];
}
