import { useEffect, useRef } from 'react';
import { adjudicationMessages as words } from '../../messages/adjudication.ts';
import { firstWords } from '../../model/views/first-words.ts';
import { type GoldCard, isOpen } from '../../review/adjudicate/cards.ts';
import type { ShownAdjudication } from '../../workspace/adjudication/adjudication-state.ts';
import { useSomeAtATime } from '../library/some-at-a-time.ts';
import styles from '../review/review.module.css';
import { WhichCards } from '../review/which-cards.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { useAdjudication } from './use-adjudication.ts';
import { differencesIn, titleOfCard } from './wording.ts';

const shownLength = 80;

/** The passages of an adjudication: those that somebody has to decide, and folded away those on which all agree. */
export function GoldCards() {
  const adjudication = useAdjudication();
  if (!adjudication) return null;
  const { asked, agreed, current } = adjudication;
  return (
    <nav className={styles.cards} aria-label={words.title}>
      <Head adjudication={adjudication} />
      {asked.length === 0 ? <p className={styles.none}>{words.nothingAsked}</p> : null}
      <Entries cards={asked} current={current} />
      {agreed.length > 0 ? (
        <details open={agreed.some(({ id }) => id === current?.id)}>
          <summary className={styles.folded}>{words.agreedFolded(agreed.length)}</summary>
          <Entries cards={agreed} current={current} />
        </details>
      ) : null}
    </nav>
  );
}

function Head({ adjudication: { asked, review, edition, kinds } }: { readonly adjudication: ShownAdjudication }) {
  const workspace = useWorkspace();
  const done = asked.filter((card) => !isOpen(card)).length;
  return (
    <header className={styles.head}>
      <h2>{words.title}</h2>
      <p>
        {words.version(edition.version)} ·{' '}
        <button type="button" className="button plain small" onClick={() => workspace.perform('next-open-passage')}>
          {words.progress(done, asked.length)}
        </button>
      </p>
      <progress className={styles.progress} value={done} max={Math.max(1, asked.length)} aria-hidden="true" />
      <WhichCards review={review} kinds={kinds} />
    </header>
  );
}

function Entries({ cards, current }: { readonly cards: readonly GoldCard[]; readonly current: GoldCard | null }) {
  const shown = useSomeAtATime(cards);
  return (
    <ol>
      {shown.map((card) => (
        <Entry key={card.id} card={card} current={card.id === current?.id} />
      ))}
    </ol>
  );
}

function Entry({ card, current }: { readonly card: GoldCard; readonly current: boolean }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const statement = firstWords(titleOfCard(card), shownLength);
  const difference = card.standing === 'reopened' ? words.standing.reopened : differencesIn(project, card);
  const done = card.standing === 'agreed' || card.standing === 'decided';
  return (
    <li ref={entry} className={styles.entry} data-done={done ? '' : undefined}>
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        aria-label={words.openCard(statement, difference, words.standing[card.standing])}
        onClick={() => workspace.perform('open-passage', { card: card.id })}
      >
        <bdi className={styles.statement}>{statement}</bdi>
        <span className={styles.difference}>{difference}</span>
      </button>
    </li>
  );
}
