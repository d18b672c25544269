import { useState } from 'react';
import { adjudicationMessages as words } from '../../messages/adjudication.ts';
import type { Id } from '../../model/records.ts';
import { initialsOf } from '../../model/views/initials.ts';
import { type GoldCard, isOpen } from '../../review/adjudicate/cards.ts';
import type { PassageReading } from '../../review/adjudicate/passages.ts';
import { edgesInWords } from '../../review/verdicts/wording.ts';
import type { ShownAdjudication } from '../../workspace/adjudication/adjudication-state.ts';
import { KeyCap } from '../key-cap.tsx';
import panel from '../panel/panel.module.css';
import { Reading } from '../review/reading.tsx';
import review from '../review/review.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './adjudication.module.css';
import { EditionView } from './edition.tsx';
import { RulingView } from './ruling.tsx';
import { useAdjudication } from './use-adjudication.ts';
import { tagOfCard, titleOfCard } from './wording.ts';

/** One passage of an adjudication: a row for each way in which the sets read it, and what was decided. */
export function GoldPanel() {
  const adjudication = useAdjudication();
  if (!adjudication) return null;
  const { current } = adjudication;
  return (
    <>
      {current ? <Passage key={current.id} card={current} adjudication={adjudication} /> : <p>{words.nothingAsked}</p>}
      <EditionView adjudication={adjudication} />
    </>
  );
}

function Passage({ card, adjudication }: { readonly card: GoldCard; readonly adjudication: ShownAdjudication }) {
  const finished = adjudication.edition.finished !== undefined;
  const { passage } = card;
  const taken = (one: PassageReading) => !isOpen(card) && card.ruling?.taken.some((id) => one.tags.some((tag) => tag.id === id)) === true;
  const nothing = !isOpen(card) && card.ruling !== null && card.ruling.tag === undefined;
  return (
    <section
      className={panel.card}
      data-review-card=""
      data-type={tagOfCard(card)?.type}
      tabIndex={-1}
      aria-label={words.card(titleOfCard(card))}
    >
      <Decided card={card} />
      <h2>{words.readings}</h2>
      <ol className={styles.rows}>
        {passage?.readings.map((reading, index) => (
          <Row
            key={reading.tags[0]?.id}
            number={index + 1}
            reading={reading}
            first={passage.readings[0] ?? null}
            all={passage.items.length + passage.without.length}
            taken={taken(reading)}
            finished={finished}
          />
        ))}
        {!passage && card.tag ? <Keep card={card} finished={finished} /> : null}
        <Nothing card={card} taken={nothing} finished={finished} />
      </ol>
      <Reason card={card} writing={adjudication.review.writing !== null} />
      {finished ? null : <p className={panel.muted}>{words.ownHelp}</p>}
    </section>
  );
}

/** What was decided last, and the reason that the next decision gets. */
function Decided({ card: { ruling, standing } }: { readonly card: GoldCard }) {
  const why = useWorkspaceState(({ session }) => session.review?.why ?? '');
  return (
    <>
      {ruling ? <RulingView ruling={ruling} reopened={standing === 'reopened'} /> : null}
      {why === '' ? null : (
        <p className={panel.muted}>
          <bdi>{words.why(why)}</bdi>
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly number: number;
  readonly reading: PassageReading;
  readonly first: PassageReading | null;
  readonly all: number;
  readonly taken: boolean;
  readonly finished: boolean;
}

function Row({ number, reading, first, all, taken, finished }: RowProps) {
  const initials = useInitials(reading.sets);
  const project = useWorkspaceState((state) => state.project);
  const [tag, other] = [reading.tags[0], first?.tags[0]];
  if (!tag) return null;
  const edges = other ? edgesInWords(project, tag.text, other.segments, tag.segments) : null;
  return (
    <li className={styles.row} data-taken={taken ? '' : undefined}>
      <Take number={number} label={initials.join(', ')} taken={taken} finished={finished} />
      <span className={panel.muted}>{[words.majority(reading.sets.length, all), ...(edges === null ? [] : [edges])].join(' · ')}</span>
      <div className={styles.reading}>
        <Reading tag={tag} other={other?.segments ?? null} />
      </div>
    </li>
  );
}

function Keep({ card, finished }: { readonly card: GoldCard; readonly finished: boolean }) {
  return (
    <li className={styles.row} data-taken={isOpen(card) ? undefined : ''}>
      <Take number={1} label={words.keep} taken={!isOpen(card)} finished={finished} />
      <div className={styles.reading}>{card.tag ? <Reading tag={card.tag} other={null} /> : null}</div>
    </li>
  );
}

function Nothing({ card: { passage }, taken, finished }: { readonly card: GoldCard; readonly taken: boolean; readonly finished: boolean }) {
  const initials = useInitials(passage?.without ?? []);
  const all = (passage?.items.length ?? 0) + initials.length;
  return (
    <li className={styles.row} data-taken={taken ? '' : undefined}>
      <Take number={0} label={words.nothingHere} taken={taken} finished={finished} />
      {initials.length === 0 ? null : (
        <span className={panel.muted}>
          {words.noTag(initials)} · {words.majority(initials.length, all)}
        </span>
      )}
    </li>
  );
}

interface TakeProps {
  readonly number: number;
  readonly label: string;
  readonly taken: boolean;
  readonly finished: boolean;
}

function Take({ number, label, taken, finished }: TakeProps) {
  const workspace = useWorkspace();
  const action = `rule-${number}`;
  return (
    <button
      type="button"
      className="button small"
      aria-pressed={taken}
      disabled={finished || number > 9}
      onClick={() => workspace.perform(action)}
    >
      <bdi>{label}</bdi>
      {number > 9 ? null : <KeyCap action={action} />}
    </button>
  );
}

function Reason({ card, writing }: { readonly card: GoldCard; readonly writing: boolean }) {
  const workspace = useWorkspace();
  const [comment, setComment] = useState(card.ruling?.comment ?? '');
  if (!writing)
    return (
      <p className={panel.row}>
        <button type="button" className="button plain small" onClick={() => workspace.perform('give-reason')}>
          {words.giveReason}
          <KeyCap action="give-reason" />
        </button>
      </p>
    );
  return (
    <form
      className={review.writing}
      onSubmit={(event) => {
        event.preventDefault();
        workspace.perform('give-reason', { comment });
      }}
    >
      <label className="field">
        <span>{words.reason}</span>
        <input data-review-words="" dir="auto" value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
      <button type="submit" className="button small">
        {words.keepReason}
      </button>
    </form>
  );
}

function useInitials(sets: readonly Id[]): readonly string[] {
  const project = useWorkspaceState((state) => state.project);
  const gold = useWorkspaceState(({ session }) => session.review?.set ?? '');
  const all = initialsOf(project, project.sets.get(gold)?.derivedFrom ?? []);
  return sets.map((set) => all.get(set) ?? '?');
}
