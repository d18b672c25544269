import { useEffect, useRef } from 'react';
import { checkMessages as words } from '../../messages/checks.ts';
import { panelMessages } from '../../messages/panel.ts';
import type { Finding } from '../../model/checks/finding.ts';
import type { TextHash } from '../../model/records.ts';
import { firstWords } from '../../model/views/first-words.ts';
import { findingId } from '../../workspace/checks/checks-state.ts';
import { openTextIn } from '../../workspace/in-memory.ts';
import { writable } from '../../workspace/session.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './checks.module.css';

// A line of the panel.
const shownLength = 48;

/** One finding: a button that goes to its words, and for the one gone to what can be done about it. */
export function FindingItem({ finding }: { readonly finding: Finding }) {
  const workspace = useWorkspace();
  const id = findingId(finding);
  const current = useWorkspaceState(({ checks }) => checks.current === id);
  const asking = useWorkspaceState(({ checks }) => checks.asking === id);
  const where = useWorkspaceState((state) => wordsAt(openTextIn(state), state.project.texts, finding));
  const shown = useShown(current);
  const type = useWorkspaceState(({ project }) => project.annotations.get(finding.annotation ?? '')?.type);
  return (
    <li ref={shown} data-current={current ? '' : undefined} className={styles.finding}>
      <button
        type="button"
        className={styles.jump}
        data-type={type}
        aria-current={current ? 'true' : undefined}
        // Not at a mouse's focus: what then appears and goes would move the button away from under the click.
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && workspace.perform('note-finding', { finding: id })}
        onClick={() => workspace.perform('show-finding', { finding: id })}
      >
        {type === undefined ? null : (
          <span className="chip" aria-hidden="true">
            {type.charAt(0).toUpperCase()}
          </span>
        )}
        <span>
          {words.sentence(finding.message, finding.params)} <bdi className={styles.words}>{where}</bdi>
        </span>
      </button>
      {finding.acknowledged ? <Reason finding={finding} /> : null}
      {asking ? <ReasonForm id={id} /> : current && !finding.acknowledged ? <Ways finding={finding} /> : null}
    </li>
  );
}

/** Keeps the finding gone to in view, also when its tag then pushes the list down. */
function useShown(current: boolean) {
  const item = useRef<HTMLLIElement>(null);
  const selected = useWorkspaceState(({ session }) => (current ? session.selected : null));
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current, selected]);
  return item;
}

// One function for every render, so that it runs when the field appears and not again.
const takeFocus = (field: HTMLElement | null): void => field?.focus();

type Texts = ReadonlyMap<string, { readonly content?: string }>;

function wordsAt(text: TextHash | null, texts: Texts, { start, end }: Finding): string {
  const content = texts.get(text ?? '')?.content ?? '';
  return firstWords(content.slice(start, end), shownLength);
}

function Ways({ finding }: { readonly finding: Finding }) {
  const workspace = useWorkspace();
  const canWrite = useWorkspaceState(writable);
  if (!canWrite) return null;
  const id = findingId(finding);
  return (
    <p className={styles.ways}>
      {finding.fix ? (
        <button type="button" className="button small" onClick={() => workspace.perform('mend-finding', { finding: id })}>
          {words.fix(finding.fix.kind)}
          <KeyCap action="mend-finding" />
        </button>
      ) : null}
      <button type="button" className="button small" onClick={() => workspace.perform('dismiss-finding', { finding: id })}>
        {words.acknowledge}
        <KeyCap action="dismiss-finding" />
      </button>
    </p>
  );
}

function ReasonForm({ id }: { readonly id: string }) {
  const workspace = useWorkspace();
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        workspace.perform('acknowledge', { finding: id, reason: String(new FormData(event.currentTarget).get('reason')) });
      }}
      onKeyDown={(event) => event.key === 'Escape' && workspace.perform('stop-asking')}
    >
      <label className="field">
        <span>{words.reason}</span>
        {/* The key or button that asks for the reason is pressed in order to type it. */}
        <input name="reason" dir="auto" required autoComplete="off" ref={takeFocus} />
      </label>
      <p className={styles.ways}>
        <button type="submit" className="button small">
          {words.keep}
        </button>
        <button type="button" className="button plain small" onClick={() => workspace.perform('stop-asking')}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

function Reason({ finding }: { readonly finding: Finding }) {
  const workspace = useWorkspace();
  const canWrite = useWorkspaceState(writable);
  const name = useWorkspaceState(({ project }) => project.authors.get(finding.acknowledged?.author ?? '')?.name || panelMessages.you);
  return (
    <p className={styles.ways}>
      <bdi className={styles.muted}>{words.because(finding.acknowledged?.reason ?? '', name)}</bdi>
      {canWrite ? (
        <button
          type="button"
          className="button plain small"
          onClick={() => workspace.perform('withdraw-acknowledgement', { finding: findingId(finding) })}
        >
          {words.withdraw}
        </button>
      ) : null}
    </p>
  );
}
