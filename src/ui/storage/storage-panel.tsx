import { useEffect } from 'react';
import { storageMessages as words } from '../../messages/storage-panel.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { BackupSection } from './backup-section.tsx';
import { EarlierSection } from './earlier-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { IntegritySection } from './integrity-section.tsx';
import { JournalSection } from './journal-section.tsx';
import own from './storage.module.css';

/** Where the data is, how to back it up, check it and erase it. */
export default function StoragePanel() {
  const workspace = useWorkspace();
  useEffect(() => workspace.perform('look-at-storage'), [workspace]);
  return (
    <div className={own.panel}>
      <h2>{words.title}</h2>
      <Where />
      <BackupSection />
      <EarlierSection />
      <IntegritySection />
      <JournalSection />
      <EraseSection />
    </div>
  );
}

function Where() {
  const persisted = useWorkspaceState((state) => state.persisted);
  const copies = useWorkspaceState((state) => state.copies);
  return (
    <section className={styles.section}>
      <h3>{words.where}</h3>
      <p>{words.whereText(new URL('.', document.baseURI).href)}</p>
      <p className={styles.muted}>{words.copies[copies]}</p>
      <p className={styles.muted}>{persisted ? words.kept : words.notKept}</p>
    </section>
  );
}
