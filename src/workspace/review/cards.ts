import type { Project } from '../../model/project.ts';
import type { Id, TextHash, Verdict } from '../../model/records.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import type { Difference, DifferenceKind } from '../../review/align/difference.ts';
import { type Card, cardsOf, isAbout, type ReviewScope } from '../../review/verdicts/cards.ts';
import { standingVerdicts, threadOf } from '../../review/verdicts/standing.ts';
import type { OpenReview, ShownCard, ShownReview } from './review-state.ts';

const made = new WeakMap<Project, ShownReview>();

/** The review of a text as it stands; found once for each project. */
export function shownReview(project: Project, review: OpenReview, text: TextHash): ShownReview {
  const before = made.get(project);
  if (before?.review === review && before.text === text) return before;
  const fresh = reviewOf(project, review, text);
  made.set(project, fresh);
  return fresh;
}

function reviewOf(project: Project, review: OpenReview, text: TextHash): ShownReview {
  const asAuthor = review.mine === review.set;
  const compares = !asAuthor && annotationsInOrder(project, text, review.mine).length > 0;
  const scope: ReviewScope = { text, set: review.set, mine: compares ? review.mine : null };
  const said = standingVerdicts(project.reviews.values()).filter((one) => one.set === review.set && one.text === text);
  const reviewer = project.sets.get(review.mine)?.author;
  const shown = (verdict: Verdict) => asAuthor || verdict.author === reviewer;
  const cards = cardsOf(project, scope, said.filter(({ kind }) => kind === 'missing').filter(shown)).map((card) =>
    withThreads(card, said, project, asAuthor, reviewer),
  );
  const ordered =
    review.order === 'text'
      ? [...cards].sort((a, b) => a.start - b.start)
      : asAuthor
        ? [...cards].sort((a, b) => saidOf(b) - saidOf(a))
        : cards;
  const shownCards = ordered.filter((card) => isShown(review, card));
  const current = ordered.find(({ id }) => id === review.card) ?? shownCards[0] ?? null;
  return { review, text, scope, asAuthor, cards: shownCards, kinds: kindsIn(ordered), current };
}

interface Differing {
  readonly differences: readonly Difference[];
}

/** True where a review shows all cards, or those that differ in this. */
export const isShown = ({ only }: OpenReview, { differences }: Differing): boolean =>
  only === null || differences.some(({ kind }) => kind === only);

/** The kinds of difference that occur on these cards, in the order of their names. */
export const kindsIn = (cards: readonly Differing[]): DifferenceKind[] =>
  [...new Set(cards.flatMap(({ differences }) => differences.map(({ kind }) => kind)))].filter((kind) => kind !== 'same').sort();

/** What asks for something comes first. */
const saidOf = ({ threads }: ShownCard): number => (threads.some(({ verdict }) => verdict.kind !== 'agree') ? 1 : 0);

function withThreads(card: Card, said: readonly Verdict[], project: Project, asAuthor: boolean, reviewer: Id | undefined): ShownCard {
  const about = said.filter((verdict) => isAbout(verdict, card));
  const threads = about.map((verdict) => threadOf(verdict, project.reviews));
  const done = asAuthor
    ? threads.every(({ verdict, answer }) => verdict.kind === 'agree' || answer !== null)
    : about.some(({ author }) => author === reviewer);
  return { ...card, threads, done };
}
