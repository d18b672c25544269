import { frameMessages } from '../../messages/frame.ts';
import { isOffered } from '../../workspace/actions/offers.ts';
import { selectedStretches } from '../../workspace/cursor.ts';
import type { KeySettings } from '../../workspace/own-keys.ts';
import type { Session } from '../../workspace/state.ts';
import { keyOf } from '../key-cap.tsx';
import { BackupLine } from '../storage/backup-line.tsx';
import { useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';
import { Release } from './release.tsx';

/** One muted line: the keys that work right now, and at its end a word about backups, and what is new about Attest itself. */
export function HintLine() {
  const offered = useWorkspaceState(isOffered);
  const hint = useWorkspaceState(({ session, keys }) => written(hintFor(session, offered), keys));
  return (
    <footer className={styles.footer}>
      <span className={styles.hint}>{hint}</span>
      <Release />
      <BackupLine />
    </footer>
  );
}

/** The hint with the keys that act; what no key calls now is left out. */
function written(hint: keyof typeof frameMessages.hint, settings: KeySettings): string {
  return frameMessages.hint[hint]
    .flatMap(({ actions, words }) => {
      const keys = actions.map((action) => keyOf(action, settings)).filter(Boolean);
      return keys.length === actions.length ? [`${keys.join(' ')} ${words}`.trim()] : [];
    })
    .join(' · ');
}

function hintFor({ mode, selected, cursor, review }: Session, offered: boolean): keyof typeof frameMessages.hint {
  if (mode.kind === 'editing') return 'editing';
  if (mode.kind === 'linking') return 'linking';
  if (mode.kind === 'adding-part') return 'part';
  if (review !== null) return review.adjudicates ? 'adjudication' : 'review';
  if (offered) return 'offers';
  if (selected !== null) return 'selected';
  return cursor && selectedStretches(cursor).length > 0 ? 'selection' : 'empty';
}
