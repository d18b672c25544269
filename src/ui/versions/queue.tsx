import { useEffect, useRef } from 'react';
import { queueMessages as words } from '../../messages/version-queue.ts';
import type { Annotation } from '../../model/records.ts';
import { firstWords } from '../../model/views/first-words.ts';
import type { Standing } from '../../model/views/standing.ts';
import { wordsOf } from '../../model/views/tags.ts';
import { selectedStretches } from '../../workspace/cursor.ts';
import { openTextIn } from '../../workspace/in-memory.ts';
import { writable } from '../../workspace/session.ts';
import type { WorkspaceState } from '../../workspace/state.ts';
import { leftOf, standingMeant, sureOf, waitingOf } from '../../workspace/versions/versions-state.ts';
import { KeyCap } from '../key-cap.tsx';
import panel from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './versions.module.css';

// What can be looked through at once; the rest comes up as these are decided.
const shown = 40;
const shownLength = 90;

/** The tags that wait on older versions: those that stand word for word, one by one those to be decided, and those left behind. */
export function Queue() {
  const workspace = useWorkspace();
  const versions = useWorkspaceState((state) => state.versions);
  const canWrite = useWorkspaceState(writable);
  const [sure, waiting, left] = [sureOf(versions), waitingOf(versions), leftOf(versions)];
  const meant = standingMeant(versions)?.annotation.id;
  useEffect(() => {
    // What is proposed for the first is selected as soon as the list is there.
    if (meant !== undefined && versions.at === null) workspace.perform('show-waiting');
  }, [workspace, meant, versions.at]);
  if (versions.standings === null) return <p role="status">{words.comparing}</p>;
  return (
    <>
      {sure.length > 0 ? (
        <p className={panel.row}>
          {words.sure(sure.length)}
          <button type="button" className="button small" disabled={!canWrite} onClick={() => workspace.perform('place-sure')}>
            {words.placeSure(sure.length)}
            <KeyCap action="place-sure" />
          </button>
        </p>
      ) : null}
      <p className={panel.muted}>{waiting.length > 0 ? words.decide : words.nothingWaits}</p>
      <ul className={styles.queue} aria-label={words.queue}>
        {waiting.slice(0, shown).map((standing) => (
          <Item key={standing.annotation.id} standing={standing} current={standing.annotation.id === meant} canWrite={canWrite} />
        ))}
      </ul>
      {left.length > 0 ? (
        <details>
          <summary>{words.leftBehind(left.length)}</summary>
          <ul className={styles.versions} aria-label={words.leftBehind(left.length)}>
            {left.map(({ annotation }) => (
              <li key={annotation.id}>
                <bdi>{firstWords(wordsOf(annotation), shownLength)}</bdi>
                <button
                  type="button"
                  className="button small"
                  disabled={!canWrite}
                  onClick={() => workspace.perform('take-up-tag', { annotation: annotation.id })}
                >
                  {words.takeUp}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

interface ItemProps {
  readonly standing: Standing;
  readonly current: boolean;
  readonly canWrite: boolean;
}

function Item({ standing, current, canWrite }: ItemProps) {
  const workspace = useWorkspace();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { annotation, status, score, changed } = standing;
  return (
    <li ref={item} className={styles.item} data-current={current ? '' : undefined}>
      <button
        type="button"
        className={styles.jump}
        data-type={annotation.type}
        aria-current={current ? 'true' : undefined}
        onClick={() => workspace.perform('show-waiting', { annotation: annotation.id })}
      >
        <span className="chip" aria-hidden="true">
          {annotation.type.charAt(0).toUpperCase()}
        </span>
        <span>
          <span className={panel.muted}>{words.was} </span>
          <bdi>{firstWords(wordsOf(annotation), shownLength)}</bdi>
        </span>
      </button>
      {status === 'lost' ? <Lost annotation={annotation} /> : null}
      <ul className={styles.differences}>
        {(status === 'lost' ? [] : changed).map(({ kind, from, to }) => (
          <li key={`${kind} ${from} ${to}`}>
            {words.difference(kind)}: {from === '' ? null : <del>{from}</del>} {to === '' ? null : <ins>{to}</ins>}
          </li>
        ))}
      </ul>
      {current ? <Ways share={status === 'lost' ? null : Math.floor(score * 100)} canWrite={canWrite} /> : null}
    </li>
  );
}

/** Words that are gone, between those beside which they stood: there one looks for what came in their place. */
function Lost({ annotation }: { readonly annotation: Annotation }) {
  const [first] = annotation.segments;
  const last = annotation.segments.at(-1) ?? first;
  return (
    <p className={panel.muted}>
      {words.lost}{' '}
      <bdi>
        …{first.prefix}
        <del>{firstWords(wordsOf(annotation), shownLength)}</del>
        {last.suffix}…
      </bdi>
    </p>
  );
}

/** What can be done about the tag gone to, beside the words that are selected for it. */
function Ways({ share, canWrite }: { readonly share: number | null; readonly canWrite: boolean }) {
  const workspace = useWorkspace();
  const selected = useWorkspaceState(selectedWords);
  return (
    <>
      <p>
        <span className={panel.muted}>{words.now} </span>
        {selected === '' ? words.selectFirst : <bdi>{selected}</bdi>}
        {share === null ? null : <span className={panel.muted}> {words.alike(share)}</span>}
      </p>
      <p className={panel.row}>
        <button
          type="button"
          className="button small"
          disabled={!canWrite || selected === ''}
          onClick={() => workspace.perform('place-tag')}
        >
          {words.place}
          <KeyCap action="place-tag" />
        </button>
        <button type="button" className="button small" disabled={!canWrite} onClick={() => workspace.perform('leave-tag')}>
          {words.leave}
          <KeyCap action="leave-tag" />
        </button>
      </p>
    </>
  );
}

function selectedWords(state: WorkspaceState): string {
  const { cursor } = state.session;
  const content = state.project.texts.get(openTextIn(state) ?? '')?.content ?? '';
  const stretches = cursor ? selectedStretches(cursor) : [];
  return firstWords(stretches.map(({ start, end }) => content.slice(start, end)).join(' … '), shownLength);
}
