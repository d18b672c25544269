import { checkMessages as words } from '../../messages/checks.ts';
import type { Finding, Level } from '../../model/checks/finding.ts';
import { isDoneWith } from '../../model/commands/done.ts';
import { findingId } from '../../workspace/checks/checks-state.ts';
import { openArticle, writable } from '../../workspace/session.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './checks.module.css';
import { FindingItem } from './finding-item.tsx';
import { Proposals } from './proposals.tsx';

const levels: readonly Level[] = ['error', 'warning', 'hint'];
// What can be looked through at once; the rest comes up as these are settled.
const shown = 40;

/** What is missing or wrong in the open article: counts, and unfolded each finding with what can be done about it. */
export function Checks() {
  const workspace = useWorkspace();
  const article = useWorkspaceState(openArticle);
  const { findings, unfolded, confirming } = useWorkspaceState(({ checks }) => checks);
  const canWrite = useWorkspaceState(writable);
  const own = useWorkspaceState(({ session }) => session.own);
  if (!article) return null;
  const open = findings.filter(({ acknowledged }) => acknowledged === null);
  const counts = levels.map((level) => [level, open.filter((finding) => finding.level === level).length] as const);
  const told = counts.filter(([, count]) => count > 0).map(([level, count]) => words.count(level, count));
  return (
    <section className={styles.checks} aria-label={words.title}>
      <div className={styles.head}>
        <h2>
          <button type="button" className="button plain small" aria-expanded={unfolded} onClick={() => workspace.perform('toggle-checks')}>
            {words.title} <span className={styles.summary}>{words.summary(told, findings.length - open.length)}</span>
          </button>
        </h2>
        <button type="button" className="button small" disabled={!canWrite} onClick={() => workspace.perform('done')}>
          {article.status === 'done' && isDoneWith(article, own) ? words.reopen : words.done}
          <KeyCap action="done" />
        </button>
      </div>
      {unfolded ? (
        <>
          {confirming ? <Proposals /> : null}
          {findings.length === 0 ? <p className={styles.muted}>{words.nothing}</p> : null}
          {levels.map((level) => (
            <Group key={level} level={level} findings={open.filter((finding) => finding.level === level)} />
          ))}
          <Acknowledged findings={findings.filter(({ acknowledged }) => acknowledged !== null)} />
        </>
      ) : null}
    </section>
  );
}

function Group({ level, findings }: { readonly level: Level; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div>
      <h3 className={styles.level} data-level={level}>
        {words.group(level)} {findings.length}
      </h3>
      <ul aria-label={words.group(level)} className={styles.list}>
        {findings.slice(0, shown).map((finding) => (
          <FindingItem key={findingId(finding)} finding={finding} />
        ))}
      </ul>
      {findings.length > shown ? <p className={styles.muted}>{words.more(findings.length - shown)}</p> : null}
    </div>
  );
}

function Acknowledged({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary className={styles.level}>{words.acknowledged(findings.length)}</summary>
      <ul aria-label={words.acknowledged(findings.length)} className={styles.list}>
        {findings.map((finding) => (
          <FindingItem key={findingId(finding)} finding={finding} />
        ))}
      </ul>
    </details>
  );
}
