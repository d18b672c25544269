import { frameMessages } from '../../messages/frame.ts';
import { selectedStretches } from '../../workspace/cursor.ts';
import type { Session } from '../../workspace/state.ts';
import { BackupLine } from '../storage/backup-line.tsx';
import { useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';
import { Release } from './release.tsx';

/** One muted line: the keys that work right now, and at its end a word about backups, and what is new about Attest itself. */
export function HintLine() {
  const hint = useWorkspaceState(({ session }) => hintFor(session));
  return (
    <footer className={styles.footer}>
      <span className={styles.hint}>{frameMessages.hint[hint]}</span>
      <Release />
      <BackupLine />
    </footer>
  );
}

function hintFor({ mode, selected, cursor }: Session): keyof typeof frameMessages.hint {
  if (mode.kind === 'editing') return 'editing';
  if (mode.kind === 'linking') return 'linking';
  if (mode.kind === 'adding-part') return 'part';
  if (selected !== null) return 'selected';
  return cursor && selectedStretches(cursor).length > 0 ? 'selection' : 'empty';
}
