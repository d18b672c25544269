import { storageMessages as words } from '../../messages/storage-panel.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace } from '../use-workspace.ts';
import { WorkLine } from './work-line.tsx';

/** The journal as a file that can be checked without Attest. */
export function JournalSection() {
  const workspace = useWorkspace();
  return (
    <section className={styles.section}>
      <h3>{words.journal}</h3>
      <p className={styles.muted}>{words.journalHelp}</p>
      <p>
        <button type="button" className="button" onClick={() => workspace.perform('save-journal')}>
          {words.saveJournal}
        </button>
      </p>
      <WorkLine job="journal" />
    </section>
  );
}
