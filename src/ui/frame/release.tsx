import { frameMessages } from '../../messages/frame.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** Says once that Attest opens without a network, and offers a newer version, which comes only when asked for. */
export function Release() {
  const workspace = useWorkspace();
  const release = useWorkspaceState((state) => state.release);
  return (
    <div className={styles.release} data-kind={release ?? undefined}>
      <span role="status" aria-label={frameMessages.release.label}>
        {release === null ? null : frameMessages.release[release]}
      </span>
      {release === 'newer' ? (
        <button type="button" className="button small" onClick={() => workspace.perform('update')}>
          {frameMessages.release.update}
        </button>
      ) : null}
    </div>
  );
}
