import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import { reviewMessages } from '../../messages/review.ts';
import panel from '../panel/panel.module.css';
import { takeFocus } from '../take-focus.ts';
import { useCanWrite, useWorkspace } from '../use-workspace.ts';

/** Says that one's own set would count as derived once passages are seen, and offers to wait. */
export function Exposed({ names }: { readonly names: readonly string[] }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  return (
    <section className={panel.section} role="alertdialog" aria-label={words.exposed(names)}>
      <p>
        <strong>{words.exposed(names)}</strong>
      </p>
      <p className={panel.muted}>{reviewMessages.derivedHelp}</p>
      <p className={panel.row}>
        <button type="button" className="button" ref={takeFocus} onClick={() => workspace.perform('wait-agreement')}>
          {reviewMessages.wait}
        </button>
        <button type="button" className="button" disabled={!canWrite} onClick={() => workspace.perform('expose-agreement')}>
          {reviewMessages.goOn}
        </button>
      </p>
    </section>
  );
}
