import { useEffect, useRef } from 'react';
import { reviewMessages as words } from '../../messages/review.ts';
import { verdictMessages } from '../../messages/verdicts.ts';
import { firstWords } from '../../model/views/first-words.ts';
import { wordsOf } from '../../model/views/tags.ts';
import { differenceIn } from '../../review/verdicts/wording.ts';
import type { ShownCard, ShownReview } from '../../workspace/review/review-state.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './review.module.css';
import { useReview } from './use-review.ts';

const shownLength = 80;

/** The cards of the review: the statement, and in what it differs or what was said of it. */
export default function ReviewCards() {
  const review = useReview();
  const name = useWorkspaceState(
    ({ project, session }) => project.authors.get(project.sets.get(session.review?.set ?? '')?.author ?? '')?.name,
  );
  if (!review) return null;
  const { cards, asAuthor, scope } = review;
  const waiting =
    scope.mine === null
      ? cards
      : cards.filter(({ differences, threads }) => differences.length > 0 || threads.some(({ verdict }) => verdict.kind !== 'agree'));
  const agreed = cards.filter((card) => !waiting.includes(card));
  const title = asAuthor ? words.asAuthor : words.title(name || words.unnamed);
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

function Head({ review: { cards, asAuthor, review }, title }: { readonly review: ShownReview; readonly title: string }) {
  const workspace = useWorkspace();
  const asked = asAuthor ? cards.filter(({ threads }) => threads.some(({ verdict }) => verdict.kind !== 'agree')) : cards;
  const done = asked.filter((card) => card.done).length;
  return (
    <header className={styles.head}>
      <h2>{title}</h2>
      <p>{words.progress(done, asked.length)}</p>
      <progress className={styles.progress} value={done} max={Math.max(1, asked.length)} aria-hidden="true" />
      {asAuthor ? null : (
        <label className={styles.order}>
          {words.order}{' '}
          <select value={review.order} onChange={(event) => workspace.perform('order-cards', { order: event.target.value })}>
            {(['weight', 'text'] as const).map((order) => (
              <option key={order} value={order}>
                {words.orders[order]}
              </option>
            ))}
          </select>
        </label>
      )}
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

/** The words that stand for a card. */
export function titleOfCard({ theirs, mine, missing }: ShownCard): string {
  const tag = theirs?.tag ?? mine;
  if (tag) return wordsOf(tag);
  return missing?.proposal?.segments?.map(({ exact }) => exact).join(' … ') ?? '';
}
