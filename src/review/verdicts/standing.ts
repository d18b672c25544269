import type { Answer, Id, Remark, Review, Verdict } from '../../model/records.ts';

/** A verdict with what was said of it, oldest first. `answer`: the last word of the set’s author on it; `null` while there is none. */
export interface Thread {
  readonly verdict: Verdict;
  readonly words: readonly (Answer | Remark)[];
  readonly answer: Answer | null;
}

const inOrder = <R extends Review>(reviews: readonly R[]): R[] =>
  [...reviews].sort((a, b) => (a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1));

/** The verdicts that stand: those that no later one of the same person takes the place of, oldest first. */
export function standingVerdicts(reviews: Iterable<Review>): Verdict[] {
  const verdicts = [...reviews].filter((review) => 'target' in review);
  const authors = new Map(verdicts.map(({ id, author }) => [id, author]));
  const gone = new Set(verdicts.flatMap(({ replaces = [], author }) => replaces.filter((id) => authors.get(id) === author)));
  return inOrder(verdicts.filter(({ id }) => !gone.has(id)));
}

/** What was said of a verdict. Words about one that it has taken the place of are part of it. */
export function threadOf(verdict: Verdict, reviews: ReadonlyMap<Id, Review>): Thread {
  const about = new Set([verdict.id, ...earlierThan(verdict, reviews)]);
  const words = inOrder([...reviews.values()].filter((review) => 'verdict' in review && about.has(review.verdict)) as (Answer | Remark)[]);
  const answers = words.filter((word): word is Answer => word.kind !== 'remark' && word.verdict === verdict.id);
  return { verdict, words, answer: answers.at(-1) ?? null };
}

/** The verdicts that one has taken the place of, directly or through others. A ring, as a damaged file may hold, ends. */
function earlierThan(verdict: Verdict, reviews: ReadonlyMap<Id, Review>): ReadonlySet<Id> {
  const found = new Set<Id>();
  const open = [...(verdict.replaces ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const earlier = reviews.get(id);
    if (found.has(id) || !earlier || !('target' in earlier)) continue;
    found.add(id);
    open.push(...(earlier.replaces ?? []));
  }
  return found;
}
