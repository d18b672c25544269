import { frameMessages } from '../../messages/frame.ts';
import { selectedStretches } from '../../workspace/cursor.ts';
import type { Session } from '../../workspace/state.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** One muted line with the keys that work right now. */
export function HintLine() {
  const hint = useWorkspaceState(({ session }) => hintFor(session));
  return <footer className={styles.hint}>{frameMessages.hint[hint]}</footer>;
}

function hintFor({ mode, selected, cursor }: Session): keyof typeof frameMessages.hint {
  if (mode.kind === 'editing') return 'editing';
  if (mode.kind === 'linking') return 'linking';
  if (mode.kind === 'adding-part') return 'part';
  if (selected !== null) return 'selected';
  return cursor && selectedStretches(cursor).length > 0 ? 'selection' : 'empty';
}
