import { reviewMessages as words } from '../../messages/review.ts';
import panel from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Says that one's own set would count as derived, and offers to wait. */
export default function Exposure() {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const exposure = useWorkspaceState(({ session }) => session.exposure);
  const author = useWorkspaceState(({ project }) => project.sets.get(exposure?.set ?? '')?.author ?? '');
  const name = useWorkspaceState(({ project }) => project.authors.get(author)?.name) || words.unnamed;
  const here = useWorkspaceState(({ people }) => people.includes(author));
  const said = (here ? words.derivedHere : words.derived)(name);
  return (
    <section className={panel.section} data-exposure="" role="alertdialog" aria-label={said}>
      <p>
        <strong>{said}</strong>
      </p>
      <p className={panel.muted}>{words.derivedHelp}</p>
      <p className={panel.row}>
        <button type="button" className="button" onClick={() => workspace.perform('wait')}>
          {words.wait}
        </button>
        {here && exposure?.by === 'set' ? (
          <button type="button" className="button" onClick={() => workspace.perform('switch-set', { set: exposure.set, self: true })}>
            <bdi>{words.iAm(name)}</bdi>
          </button>
        ) : null}
        <button type="button" className="button" disabled={!canWrite} onClick={() => workspace.perform('go-on-exposed')}>
          {words.goOn}
        </button>
      </p>
    </section>
  );
}
