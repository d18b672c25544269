import { useEffect, useRef } from 'react';
import { storageMessages as words } from '../../messages/storage-panel.ts';
import { canPickFolder } from '../../workspace/download.ts';
import type { BackupFolder } from '../../workspace/storage/storage-state.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { LastBackup } from './last-backup.tsx';
import { OpenBackup } from './open-backup.tsx';
import own from './storage.module.css';
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
      <div role="status" className={own.offer}>
        {offered ? <p className={styles.banner}>{words.offer}</p> : null}
      </div>
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
