import { storageMessages as words } from '../../messages/storage-panel.ts';
import { backupDue, unsavedElsewhere } from '../../model/views/backup-reminder.ts';
import { untouched } from '../../workspace/storage/storage-state.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { OpenBackup } from './open-backup.tsx';
import own from './storage.module.css';

/** At the foot of the window: at a first start the way back to earlier work, later a quiet word when a backup is due; mostly nothing. */
export function BackupLine() {
  const storage = useWorkspaceState((state) => state.storage);
  if (untouched(storage)) {
    return (
      <span className={own.line} data-word="" data-missing={storage.missing ? '' : undefined} role={storage.missing ? 'alert' : undefined}>
        {storage.missing ? words.missing : words.moved} <OpenBackup label={words.openBackupShort} className="button plain small" />
      </span>
    );
  }
  if (storage.folder?.state === 'ask') return <Line text={words.folderLapsed} action="allow-folder" label={words.allowFolder} />;
  return <Reminder />;
}

function Reminder() {
  const saved = useWorkspaceState((state) => state.storage.saved);
  const last = useWorkspaceState((state) => state.storage.lastBackup);
  const kept = useWorkspaceState(({ storage }) => storage.folder !== null && storage.folder.state !== 'failed');
  const began = useWorkspaceState(({ project }) => [...project.articles.values()].map(({ added }) => added).sort()[0]);
  const now = Date.now();
  if (saved === null || began === undefined) return null;
  if (!backupDue({ saved, last, began, kept }, new Date(now).toISOString())) return null;
  const age = last && words.age(now - Date.parse(last.at));
  return <Line text={words.reminder(age, unsavedElsewhere({ saved, last }))} action="back-up" label={words.backUpNow} />;
}

function Line({ text, action, label }: { readonly text: string; readonly action: string; readonly label: string }) {
  const workspace = useWorkspace();
  return (
    <span className={own.line} data-word="">
      {text}{' '}
      <button type="button" className="button plain small" onClick={() => workspace.perform(action)}>
        {label}
      </button>
    </span>
  );
}
