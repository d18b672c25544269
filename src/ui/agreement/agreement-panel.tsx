import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { AgreementState } from '../../workspace/agreement/agreement-state.ts';
import panel from '../panel/panel.module.css';
import { takeFocus } from '../take-focus.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './agreement.module.css';
import { Choose } from './choose.tsx';
import { Report } from './report.tsx';

/** How far sets agree: the choice of sets, the measuring, or the report with the passages behind it. */
export default function AgreementPanel() {
  const agreement = useWorkspaceState((state) => state.agreement);
  if (agreement === null) return null;
  return (
    <section className={`${panel.section} ${styles.panel}`}>
      <h2>{words.title}</h2>
      {agreement.kind === 'choosing' ? <Choose choosing={agreement} /> : null}
      {agreement.kind === 'measuring' ? <Measuring measuring={agreement} /> : null}
      {agreement.kind === 'measured' ? <Report key={agreement.at} measured={agreement} /> : null}
    </section>
  );
}

function Measuring({ measuring: { done, total } }: { readonly measuring: Extract<AgreementState, { kind: 'measuring' }> }) {
  const workspace = useWorkspace();
  const measured = total > 0 ? { value: done, max: total } : {};
  return (
    <div className={styles.measuring}>
      <p role="status">{words.measuring}</p>
      <progress aria-label={words.measuring} {...measured} />
      <p>
        <button type="button" className="button" ref={takeFocus} onClick={() => workspace.perform('cancel-agreement')}>
          {words.cancel}
        </button>
      </p>
    </div>
  );
}
