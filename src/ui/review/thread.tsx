import { reviewMessages as words } from '../../messages/review.ts';
import { verdictMessages } from '../../messages/verdicts.ts';
import type { Review, Severity } from '../../model/records.ts';
import { severityOf } from '../../review/verdicts/severity.ts';
import type { Thread } from '../../review/verdicts/standing.ts';
import { hasChanged } from '../../review/verdicts/state.ts';
import { proposalIn } from '../../review/verdicts/wording.ts';
import panel from '../panel/panel.module.css';
import { timeOf } from '../time-of.ts';
import { useNameOf } from '../use-name-of.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './review.module.css';

/** A verdict with what was said of it, in order. */
export function ThreadView({ thread: { verdict, words: said }, asAuthor }: { readonly thread: Thread; readonly asAuthor: boolean }) {
  const project = useWorkspaceState((state) => state.project);
  const severity = severityOf(project, verdict);
  const asked = proposalIn(project, verdict);
  const changed = verdict.target.length > 0 && hasChanged(project, verdict);
  return (
    <div className={styles.thread} data-verdict={verdict.kind}>
      <ol>
        <li>
          <Line review={verdict} />
          {asked === '' ? null : <span>{` · ${asked}`}</span>}
          {changed ? <span className={panel.muted}>{` · ${words.changed}`}</span> : null}
        </li>
        {said.map((word) => (
          <li key={word.id}>
            <Line review={word} />
          </li>
        ))}
      </ol>
      {severity === null || asAuthor ? null : <Amend verdict={verdict.id} severity={severity} unclear={verdict.ruleUnclear === true} />}
    </div>
  );
}

function Line({ review }: { readonly review: Review }) {
  const name = useNameOf(review.author);
  return (
    <>
      <strong>{verdictMessages.kind(review.kind)}</strong>
      {review.comment === undefined ? null : (
        <>
          {': '}
          <bdi>{review.comment}</bdi>
        </>
      )}
      <span className={panel.muted}>
        {' '}
        <bdi>{name}</bdi>, {timeOf(review.created)}
      </span>
    </>
  );
}

function Amend({ verdict, severity, unclear }: { readonly verdict: string; readonly severity: Severity; readonly unclear: boolean }) {
  const workspace = useWorkspace();
  return (
    <p className={panel.row}>
      <label className={panel.inline}>
        {words.severity}{' '}
        <select value={severity} onChange={(event) => workspace.perform('amend-verdict', { verdict, severity: event.target.value })}>
          {Object.entries(words.severities).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={unclear}
          onChange={(event) => workspace.perform('amend-verdict', { verdict, ruleUnclear: event.target.checked })}
        />{' '}
        {words.ruleUnclear}
      </label>
    </p>
  );
}
