import { useEffect, useRef } from 'react';
import { adjudicationMessages as gold } from '../../messages/adjudication.ts';
import { reviewMessages as words } from '../../messages/review.ts';
import { verdictMessages } from '../../messages/verdicts.ts';
import { editionOf } from '../../model/gold.ts';
import { firstWords } from '../../model/views/first-words.ts';
import { differenceIn, titleOfCard } from '../../review/verdicts/wording.ts';
import type { ShownCard, ShownReview } from '../../workspace/review/review-state.ts';
import { GoldCards } from '../adjudication/gold-cards.tsx';
import { useNameOfSet } from '../use-name-of.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './review.module.css';
import { useReview } from './use-review.ts';
import { WhichCards } from './which-cards.tsx';

const shownLength = 80;

/** The cards of the review, the statement and in what it differs or what was said of it; the passages of an adjudication. */
export default function ReviewCards() {
  const adjudicates = useWorkspaceState(({ session }) => session.review?.adjudicates === true);
  return adjudicates ? <GoldCards /> : <Cards />;
}

function Cards() {
  const review = useReview();
  const title = useTitle(review);
  if (!review) return null;
  const { cards, scope } = review;
  const waiting =
    scope.mine === null
      ? cards
      : cards.filter(({ differences, threads }) => differences.length > 0 || threads.some(({ verdict }) => verdict.kind !== 'agree'));
  const agreed = cards.filter((card) => !waiting.includes(card));
  const entries = (some: readonly ShownCard[]) => (
    <ol>
      {some.map((card) => (
        <Entry key={card.id} card={card} review={review} />
      ))}
    </ol>
  );
  return (
    <nav className={styles.cards} aria-label={title}>
      <Head review={review} title={title} />
      {cards.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
      {entries(waiting)}
      {agreed.length > 0 ? (
        <details open={agreed.some(({ id }) => id === review.current?.id) || waiting.length === 0}>
          <summary className={styles.folded}>{words.agreedFolded(agreed.length)}</summary>
          {entries(agreed)}
        </details>
      ) : null}
    </nav>
  );
}

/** Whose set is reviewed; of a gold set its version besides. */
function useTitle(review: ShownReview | null): string {
  const set = useWorkspaceState(({ project }) => project.sets.get(review?.scope.set ?? ''));
  const name = useNameOfSet(set?.id ?? '');
  if (review?.asAuthor) return words.asAuthor;
  return set?.gold && review ? gold.titleOf(name, editionOf(set, review.text).version) : words.title(name);
}

/** In how many places a gold set decided otherwise than the reader has it; nothing for any other set. */
function Overruled({ review: { cards, scope, review } }: { readonly review: ShownReview }) {
  const isGold = useWorkspaceState(({ project }) => project.sets.get(scope.set)?.gold !== undefined);
  if (!isGold || scope.mine === null || review.only !== null) return null;
  const mine = cards.filter((card) => card.mine !== null);
  return <p>{gold.overruled(mine.filter(({ differences }) => differences.length > 0).length, mine.length)}</p>;
}

function Head({ review, title }: { readonly review: ShownReview; readonly title: string }) {
  const { cards, asAuthor } = review;
  const asked = asAuthor ? cards.filter(({ threads }) => threads.some(({ verdict }) => verdict.kind !== 'agree')) : cards;
  const done = asked.filter((card) => card.done).length;
  return (
    <header className={styles.head}>
      <h2>{title}</h2>
      <Overruled review={review} />
      <p>{words.progress(done, asked.length)}</p>
      <progress className={styles.progress} value={done} max={Math.max(1, asked.length)} aria-hidden="true" />
      {asAuthor ? null : <WhichCards review={review.review} kinds={review.kinds} />}
    </header>
  );
}

function Entry({ card, review }: { readonly card: ShownCard; readonly review: ShownReview }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const entry = useRef<HTMLLIElement>(null);
  const current = review.current?.id === card.id;
  useEffect(() => {
    if (current) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const said = card.threads.map(({ verdict, answer }) => verdictMessages.kind(answer?.kind ?? verdict.kind));
  const statement = firstWords(titleOfCard(card), shownLength);
  const difference = [...new Set(said)].join('; ') || differenceIn(project, card) || words.open;
  return (
    <li ref={entry} className={styles.entry} data-done={card.done && card.threads.length > 0 ? '' : undefined}>
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        aria-label={words.openCard(statement, difference, card.done)}
        onClick={() => workspace.perform('open-card', { card: card.id })}
      >
        <bdi className={styles.statement}>{statement}</bdi>
        <span className={styles.difference}>{difference}</span>
      </button>
    </li>
  );
}
