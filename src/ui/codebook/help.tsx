import { type ReactNode, useId, useState } from 'react';
import { codebookHelpMessages as words } from '../../messages/codebook-help.ts';
import styles from './codebook.module.css';

/** What stands beside something, and a small question mark that unfolds in place what the codebook says of it. */
export function Asked({ about, text, children }: { readonly about: string; readonly text: ReactNode; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.asked}>
      <div className={styles.question}>
        {children}
        <button
          type="button"
          className={`button plain small ${styles.help}`}
          aria-label={words.help(about)}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          ?
        </button>
      </div>
      {open ? <div id={id}>{text}</div> : null}
    </div>
  );
}
