import { storageMessages as words } from '../../messages/storage-panel.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { LastBackup } from './last-backup.tsx';
import own from './storage.module.css';

/** The one action that cannot be undone: what would go, a backup first, and a second step. */
export function EraseSection() {
  const workspace = useWorkspace();
  const summary = useWorkspaceState(({ storage }) => storage.summary);
  return (
    <section className={styles.section}>
      <h3>{words.erase}</h3>
      {summary ? (
        <div className={own.question} role="alert">
          <p>
            {words.eraseWhat(summary)} <strong>{words.eraseFinal}</strong>
          </p>
          <LastBackup />
          <p className={styles.row}>
            <button type="button" className="button primary" onClick={() => workspace.perform('back-up')}>
              {words.backUpFirst}
            </button>
            <button type="button" className="button" onClick={() => workspace.perform('keep-project')}>
              {words.eraseNo}
            </button>
          </p>
          <p>
            <button type="button" className={`button ${own.danger}`} onClick={() => workspace.perform('erase-project')}>
              {words.eraseYes}
            </button>
          </p>
        </div>
      ) : (
        <p>
          <button type="button" className="button" onClick={() => workspace.perform('ask-erase')}>
            {words.askErase}
          </button>
        </p>
      )}
    </section>
  );
}
