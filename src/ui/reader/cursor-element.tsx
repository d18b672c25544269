import { useEffect, useState } from 'react';
import { readerMessages } from '../../messages/reader.ts';
import type { Article } from '../../model/records.ts';
import { annotationsInOrder, paragraphAt } from '../../model/views/tags.ts';
import { wordsIn } from '../../text/words.ts';
import { spanOf } from '../../workspace/cursor.ts';
import { layoutOf } from '../../workspace/open-layout.ts';
import type { WorkspaceState } from '../../workspace/state.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './reader.module.css';

const elementId = 'range-cursor';

/** Gives the range cursor the focus, so that single keys act. */
export function focusCursor(): void {
  document.getElementById(elementId)?.focus({ preventScroll: true });
}

/** The one focusable element of the article: keys act while it has the focus, and it says where the cursor is. */
export function CursorElement({ article }: { readonly article: Article }) {
  const workspace = useWorkspace();
  const cursor = useWorkspaceState(({ session }) => session.cursor);
  const [said, say] = useState('');
  useEffect(() => {
    say(cursor ? announcement(workspace.state.getState(), article) : '');
  }, [cursor, article, workspace]);
  useEffect(focusCursor, []);
  return (
    <>
      {/* A screen reader must pass letters on here, which only this role makes it do. */}
      <div
        id={elementId}
        className={styles.cursor}
        role="application"
        aria-roledescription={readerMessages.cursor}
        aria-label={readerMessages.cursorHelp}
        tabIndex={0}
      />
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
    </>
  );
}

function announcement(state: WorkspaceState, article: Article): string {
  const { cursor, set } = state.session;
  const layout = layoutOf(state);
  const text = article.versions.at(-1)?.text;
  if (!cursor || !layout || text === undefined) return '';
  const span = spanOf(cursor);
  const types = annotationsInOrder(state.project, text, set).filter(({ segments }) =>
    segments.some(({ start, end }) => start < span.end && span.start < end),
  );
  return readerMessages.announce(
    cursor.unit,
    paragraphAt(article, span.start),
    wordsIn(layout.text, span, article.language).length,
    types.map(({ type }) => type).join(', '),
  );
}
