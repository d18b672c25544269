import { useState } from 'react';
import { reviewMessages as words } from '../../messages/review.ts';
import { tagType } from '../../model/codebooks/newsroom-core.ts';
import { codebookOf, relationsAt } from '../../model/commands/lookup.ts';
import type { Annotation } from '../../model/records.ts';
import { wordsOf } from '../../model/views/tags.ts';
import { changedWords } from '../../review/verdicts/wording.ts';
import type { ShownCard, ShownReview } from '../../workspace/review/review-state.ts';
import { KeyCap } from '../key-cap.tsx';
import panel from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './review.module.css';
import { titleOfCard } from './review-cards.tsx';
import { ThreadView } from './thread.tsx';
import { useReview } from './use-review.ts';

/** The card of the review: theirs above ours, what was said, and what can be decided. */
export default function ReviewPanel() {
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
      {card.threads.map((thread) => (
        <ThreadView key={thread.verdict.id} thread={thread} asAuthor={review.asAuthor} />
      ))}
      <Decisions review={review} />
    </section>
  );
}

function Marked({ segments, other }: { readonly segments: Annotation['segments']; readonly other: Annotation['segments'] | null }) {
  return (
    <blockquote className={panel.words} data-whole="">
      <bdi>
        {changedWords(segments, other).map(({ start, text, changed }) =>
          changed ? <u key={start}>{text}</u> : <span key={start}>{text}</span>,
        )}
      </bdi>
    </blockquote>
  );
}

function Reading({ tag, other }: { readonly tag: Annotation; readonly other: Annotation['segments'] | null }) {
  const project = useWorkspaceState((state) => state.project);
  const codebook = codebookOf(project, tag.codebook);
  const links = relationsAt(project, tag.id).filter(({ from }) => from === tag.id);
  const sources = links.flatMap(({ to }) => project.annotations.get(to) ?? []).map(wordsOf);
  const type = tagType(codebook, tag.type);
  const values = Object.entries(tag.attributes).map(([id, value]) => {
    const definition = type?.attributes.find((attribute) => attribute.id === id);
    const label = definition?.values?.find((one) => one.id === value)?.label ?? project.entities.get(value)?.name ?? value;
    return `${definition?.label ?? id}: ${label}`;
  });
  return (
    <>
      <Marked segments={tag.segments} other={other} />
      <p className={panel.muted}>
        {[type?.label ?? tag.type, ...values].join(' · ')}
        {tag.type === 'source' ? null : (
          <>
            {' · '}
            <bdi>{words.from(sources)}</bdi>
          </>
        )}
      </p>
    </>
  );
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
