import { versionMessages as words } from '../../messages/versions.ts';
import { sureOf, waitingOf } from '../../workspace/versions/versions-state.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Says over the list of tags how many more wait on older versions, and leads there. */
export function WaitingLine() {
  const workspace = useWorkspace();
  const count = useWorkspaceState(({ versions }) => waitingOf(versions).length + sureOf(versions).length);
  if (count === 0) return null;
  return (
    <p className={styles.banner}>
      <button type="button" className="button plain small flush" onClick={() => workspace.perform('show-versions')}>
        {words.waiting(count)}
      </button>
    </p>
  );
}
