import { frameMessages } from '../../messages/frame.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** Says for as long as it is so that nothing can be changed, why, and what to do. */
export function ReadOnly() {
  const readOnly = useWorkspaceState((state) => state.readOnly);
  if (readOnly === null) return null;
  return (
    <div className={styles.readOnly} role="alert">
      <p>{frameMessages.readOnly[readOnly]}</p>
      <button type="button" className="button small" onClick={() => location.reload()}>
        {frameMessages.reload}
      </button>
    </div>
  );
}
