import { integrityMessages as words } from '../../messages/integrity.ts';
import type { CheckReport, Finding } from '../../storage/check/finding.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './storage.module.css';
import { WorkLine } from './work-line.tsx';

// What fits a screen; the report has all.
const shown = 50;

/** The check a person can run, and what it found. */
export function IntegritySection() {
  const workspace = useWorkspace();
  const report = useWorkspaceState(({ storage }) => storage.report);
  return (
    <section className={styles.section}>
      <h3>{words.integrity}</h3>
      {report ? <Report report={report} /> : <p className={styles.muted}>{words.integrityHelp}</p>}
      <p className={styles.row}>
        <button type="button" className="button" onClick={() => workspace.perform('check-integrity')}>
          {words.check}
        </button>
        {report ? (
          <button type="button" className="button" onClick={() => workspace.perform('save-report')}>
            {words.saveReport}
          </button>
        ) : null}
        {report?.findings.some(({ kind }) => kind === 'counter') ? (
          <button type="button" className="button" onClick={() => workspace.perform('count-anew')}>
            {words.countAnew}
          </button>
        ) : null}
      </p>
      <WorkLine job="check" />
    </section>
  );
}

function Report({ report }: { readonly report: CheckReport }) {
  const { findings } = report;
  return (
    <>
      <div role="status" className={styles.section}>
        <p data-good={findings.length === 0} className={own.verdict}>
          {findings.length === 0 ? words.good : words.found(findings.length)}
        </p>
        <p className={styles.muted}>{words.looked(report)}</p>
      </div>
      {findings.length > 0 ? (
        <>
          <ul className={styles.faults}>
            {findings.slice(0, shown).map((finding) => (
              <FindingEntry key={`${finding.kind} ${finding.detail}`} finding={finding} />
            ))}
          </ul>
          {findings.length > shown ? <p className={styles.muted}>{words.moreFindings(findings.length - shown)}</p> : null}
          <p className={styles.muted}>{words.restartHelp}</p>
        </>
      ) : null}
    </>
  );
}

function FindingEntry({ finding }: { readonly finding: Finding }) {
  const workspace = useWorkspace();
  const { article, annotation, detail } = finding;
  return (
    <li>
      {words.finding(finding)}{' '}
      {article === undefined ? null : (
        <button type="button" className="button plain small" onClick={() => workspace.perform('go-to-finding', { article, annotation })}>
          {words.goTo}
        </button>
      )}
      <code className={styles.muted}>{detail}</code>
    </li>
  );
}
