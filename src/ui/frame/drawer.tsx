import { Menu } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import { Library } from '../library/library.tsx';
import { useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** The library where there is no room for its column. Choosing an article, Escape or a click beside it puts it away. */
export function Drawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const article = useWorkspaceState(({ session }) => session.article);
  const panel = useWorkspaceState(({ session }) => session.panel);
  useEffect(() => dialog.current?.close(), [article, panel]);
  return (
    <>
      <button type="button" className={styles.icon} aria-label={frameMessages.library} onClick={() => dialog.current?.showModal()}>
        <Menu size={18} aria-hidden="true" />
      </button>
      <dialog ref={dialog} className={styles.drawer} aria-label={frameMessages.library} closedby="any">
        <Library />
      </dialog>
    </>
  );
}
