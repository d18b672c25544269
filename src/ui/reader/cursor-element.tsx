import { useEffect } from 'react';
import { readerMessages } from '../../messages/reader.ts';
import { cursorElementId, focusCursor } from '../../workspace/focus.ts';
import { keyOf } from '../key-cap.tsx';
import { useWorkspaceState } from '../use-workspace.ts';
import styles from './reader.module.css';

/** The one focusable element of the article: keys act while it has the focus. Where the cursor is, the status says. */
export function CursorElement() {
  const help = useWorkspaceState(({ keys }) => keyOf('show-keys', keys));
  useEffect(focusCursor, []);
  return (
    // A screen reader must pass letters on here, which only this role makes it do.
    <div
      id={cursorElementId}
      className={styles.cursor}
      role="application"
      aria-roledescription={readerMessages.cursor}
      aria-label={readerMessages.cursorHelp(help)}
      tabIndex={0}
    />
  );
}
