import { useEffect, useRef } from 'react';
import { storageMessages as words } from '../../messages/storage-panel.ts';
import { unsavedElsewhere } from '../../model/views/backup-reminder.ts';
import { canPickFolder } from '../../workspace/download.ts';
import type { BackupFolder } from '../../workspace/storage/storage-state.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { OpenBackup } from './open-backup.tsx';
import { WorkLine } from './work-line.tsx';

/** The last backup, one click to make another, and the folder that takes every change by itself. */
export function BackupSection() {
  const workspace = useWorkspace();
  const folder = useWorkspaceState(({ storage }) => storage.folder);
  const offered = useWorkspaceState(({ storage }) => storage.offered);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (offered) button.current?.focus();
  }, [offered]);
  return (
    <section className={styles.section}>
      <h3>{words.backup}</h3>
      <div role="status">{offered ? <p className={styles.banner}>{words.offer}</p> : null}</div>
      <LastBackup />
      <p className={styles.row}>
        <button ref={button} type="button" className="button primary" onClick={() => workspace.perform('back-up')}>
          {words.backUpNow}
        </button>
        <OpenBackup label={words.openBackup} className="button" />
      </p>
      <WorkLine job="backup" />
      <WorkLine job="open" />
      {folder ? <Folder folder={folder} /> : canPickFolder() ? <ChooseFolder /> : null}
    </section>
  );
}

function LastBackup() {
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

function ChooseFolder() {
  const workspace = useWorkspace();
  return (
    <div className={styles.section}>
      <p>
        <button type="button" className="button" onClick={() => workspace.perform('choose-folder')}>
          {words.chooseFolder}
        </button>
      </p>
      <p className={styles.muted}>{words.chooseFolderHelp}</p>
    </div>
  );
}

function Folder({ folder: { name, state } }: { readonly folder: BackupFolder }) {
  const workspace = useWorkspace();
  return (
    <div className={styles.section}>
      <div>
        <p>
          <bdi>{words.folder(name)}</bdi>
        </p>
        <p className={styles.muted} role="status">
          {words.folderStates[state]}
        </p>
      </div>
      <p className={styles.row}>
        {state === 'ask' || state === 'failed' ? (
          <button type="button" className="button" onClick={() => workspace.perform('allow-folder')}>
            {state === 'ask' ? words.allowFolder : words.tryFolder}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => workspace.perform('choose-folder')}>
          {words.otherFolder}
        </button>
        <button type="button" className="button" onClick={() => workspace.perform('forget-folder')}>
          {words.forgetFolder}
        </button>
      </p>
    </div>
  );
}
