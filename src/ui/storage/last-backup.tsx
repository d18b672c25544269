import { storageMessages as words } from '../../messages/storage-panel.ts';
import { unsavedElsewhere } from '../../model/views/backup-reminder.ts';
import styles from '../panel/panel.module.css';
import { useWorkspaceState } from '../use-workspace.ts';

/** When the last backup was made, where it is, and how much has been done since. */
export function LastBackup() {
  const last = useWorkspaceState(({ storage }) => storage.lastBackup);
  const folder = useWorkspaceState(({ storage }) => storage.folder);
  const waiting = useWorkspaceState(({ storage }) => unsavedElsewhere({ saved: storage.saved ?? 1, last: storage.lastBackup }));
  if (!last)
    return <p className={styles.muted}>{waiting > 0 ? `${words.noBackup} ${words.unsavedElsewhere(waiting)}` : words.backupHelp}</p>;
  return (
    <div>
      <p>
        {words.lastBackup(words.age(Date.now() - Date.parse(last.at)))}.{' '}
        {waiting === 0 ? words.allInBackup : words.unsavedElsewhere(waiting)}
      </p>
      <p className={styles.muted}>
        <bdi>{last.kind === 'folder' && folder ? words.inFolder(folder.name, last.fileName) : last.fileName}</bdi>
      </p>
    </div>
  );
}
