import { storageMessages as words } from '../../messages/storage-panel.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './storage.module.css';

/** The ring of snapshots, each to be had as a file. */
export function EarlierSection() {
  const workspace = useWorkspace();
  const earlier = useWorkspaceState(({ storage }) => storage.earlier);
  return (
    <section className={styles.section}>
      <h3>{words.earlier}</h3>
      <p className={styles.muted}>{earlier.length === 0 ? words.noEarlier : words.earlierHelp}</p>
      {earlier.length > 0 ? (
        <ul className={own.earlier}>
          {earlier.map(({ name, at, seq }) => (
            <li key={name}>
              <span>{words.earlierState(new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }), seq)}</span>
              <button type="button" className="button plain small" onClick={() => workspace.perform('save-earlier', { name })}>
                {words.saveCopy}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
