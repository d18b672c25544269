import { reviewMessages as words } from '../../messages/review.ts';
import panel from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Says that one's own set would count as derived, and offers to wait. */
export default function Exposure() {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const name = useWorkspaceState(({ project, session }) => {
    const author = project.sets.get(session.exposure?.set ?? '')?.author;
    return project.authors.get(author ?? '')?.name || words.unnamed;
  });
  return (
    <section className={panel.section} data-exposure="" role="alertdialog" aria-label={words.derived(name)}>
      <p>
        <strong>{words.derived(name)}</strong>
      </p>
      <p className={panel.muted}>{words.derivedHelp}</p>
      <p className={panel.row}>
        <button type="button" className="button" onClick={() => workspace.perform('wait')}>
          {words.wait}
        </button>
        <button type="button" className="button" disabled={!canWrite} onClick={() => workspace.perform('go-on-exposed')}>
          {words.goOn}
        </button>
      </p>
    </section>
  );
}
