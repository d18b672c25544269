import { useState } from 'react';
import { reviewMessages as words } from '../../messages/review.ts';
import type { Ruling } from '../../model/records.ts';
import { standingRulings } from '../../review/adjudicate/cards.ts';
import { titleOfCard } from '../../review/verdicts/wording.ts';
import type { ShownCard, ShownReview } from '../../workspace/review/review-state.ts';
import { GoldPanel } from '../adjudication/gold-panel.tsx';
import { RulingView } from '../adjudication/ruling.tsx';
import { KeyCap } from '../key-cap.tsx';
import panel from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { Marked, Reading } from './reading.tsx';
import styles from './review.module.css';
import { ThreadView } from './thread.tsx';
import { useReview } from './use-review.ts';

/** The card of the review, theirs above ours with what was said and what can be decided; the passage of an adjudication. */
export default function ReviewPanel() {
  const adjudicates = useWorkspaceState(({ session }) => session.review?.adjudicates === true);
  return adjudicates ? <GoldPanel /> : <ReviewedCard />;
}

function ReviewedCard() {
  const review = useReview();
  const workspace = useWorkspace();
  if (!review) return null;
  const { current, asAuthor } = review;
  return (
    <>
      {current ? <CardView key={current.id} card={current} review={review} /> : <p>{asAuthor ? words.nothingSaid : words.none}</p>}
      <p className={panel.row}>
        <button type="button" className="button" title={words.sendHelp} onClick={() => workspace.perform('send-reply')}>
          {words.send}
        </button>
        <button type="button" className="button plain" onClick={() => workspace.perform('leave-review')}>
          {words.leave}
        </button>
      </p>
    </>
  );
}

function CardView({ card, review }: { readonly card: ShownCard; readonly review: ShownReview }) {
  const { theirs, mine, missing } = card;
  const proposed =
    missing?.proposal?.segments ?? card.threads.find(({ verdict }) => verdict.proposal?.segments)?.verdict.proposal?.segments ?? null;
  const other = mine?.segments ?? proposed;
  return (
    <section
      className={panel.card}
      data-review-card=""
      data-type={theirs?.tag.type ?? mine?.type ?? missing?.proposal?.type}
      tabIndex={-1}
      aria-label={words.card(titleOfCard(card))}
    >
      <h2>{review.asAuthor ? words.current : words.theirs}</h2>
      {theirs ? <Reading tag={theirs.tag} other={other} /> : <p className={panel.muted}>{words.noneOfTheirs}</p>}
      {mine ? <h2>{words.mine}</h2> : null}
      {mine ? <Reading tag={mine} other={theirs?.tag.segments ?? null} /> : null}
      {!mine && proposed ? (
        <>
          <h2>{words.proposed}</h2>
          <Marked segments={proposed} other={theirs?.tag.segments ?? null} />
        </>
      ) : null}
      <RuledSo card={card} review={review} />
      {card.threads.map((thread) => (
        <ThreadView key={thread.verdict.id} thread={thread} asAuthor={review.asAuthor} />
      ))}
      <Decisions review={review} />
    </section>
  );
}

/** In a gold set, who decided so and why. */
function RuledSo({ card: { theirs, mine }, review: { scope, text } }: { readonly card: ShownCard; readonly review: ShownReview }) {
  const ruling = useWorkspaceState(({ project }) => {
    const set = project.sets.get(scope.set);
    if (!set?.gold) return undefined;
    const isHere = ({ tag, items }: Ruling) =>
      theirs ? tag === theirs.tag.id : tag === undefined && mine !== null && items.includes(mine.id);
    return standingRulings(project.reviews.values(), set, text).find(isHere);
  });
  return ruling ? <RulingView ruling={ruling} reopened={false} /> : null;
}

function Decisions({ review: { asAuthor, review } }: { readonly review: ShownReview }) {
  const workspace = useWorkspace();
  const { writing } = review;
  if (writing) return <Writing key={writing} what={writing} />;
  const choices = [
    ['accept-card', words.accept],
    ['reject-card', asAuthor ? words.decline : words.reject],
    ['question-card', asAuthor ? words.discuss : words.question],
    ['comment-card', words.comment],
  ] as const;
  return (
    <p className={panel.row}>
      {choices.map(([action, label]) => (
        <button key={action} type="button" className="button small" onClick={() => workspace.perform(action)}>
          {label}
          <KeyCap action={action} />
        </button>
      ))}
    </p>
  );
}

function Writing({ what }: { readonly what: 'reject' | 'question' | 'comment' }) {
  const workspace = useWorkspace();
  const [comment, setComment] = useState('');
  return (
    <form
      className={styles.writing}
      onSubmit={(event) => {
        event.preventDefault();
        workspace.perform(`${what}-card`, { comment });
      }}
    >
      <label className="field">
        <span>{words.writing[what]}</span>
        <input data-review-words="" dir="auto" value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
      <button type="submit" className="button small">
        {words.keep}
      </button>
    </form>
  );
}
