import { BookOpen, BookUser, Keyboard, Redo2, Undo2, Users } from 'lucide-react';
import { useRef } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import { actionName } from '../../messages/workspace.ts';
import { openArticle } from '../../workspace/session.ts';
import { StatusSelect } from '../library/status-select.tsx';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { Drawer } from './drawer.tsx';
import styles from './frame.module.css';
import { SaveState } from './save-state.tsx';
import { threeColumns, useMedia } from './use-media.ts';

/** The one bar: the open article and its state, undo and redo, import and export, the save state. */
export function TopBar() {
  const workspace = useWorkspace();
  const wide = useMedia(threeColumns);
  return (
    <header className={styles.bar}>
      {wide ? <span className={styles.product}>{frameMessages.product}</span> : <Drawer />}
      <OpenArticle />
      <div className={styles.tools}>
        <HistoryButtons />
        <ImportButton />
        <button type="button" className="button plain" onClick={() => workspace.perform('export')}>
          {frameMessages.export}
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={frameMessages.register}
          title={frameMessages.register}
          onClick={() => workspace.perform('show-register')}
        >
          <BookUser size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={frameMessages.people}
          title={frameMessages.people}
          onClick={() => workspace.perform('show-panel', { panel: 'people' })}
        >
          <Users size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={frameMessages.codebook}
          title={frameMessages.codebook}
          onClick={() => workspace.perform('show-codebook')}
        >
          <BookOpen size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.icon}
          data-keys=""
          aria-label={frameMessages.keys}
          title={frameMessages.keys}
          onClick={() => workspace.perform('show-keys')}
        >
          <Keyboard size={16} aria-hidden="true" />
        </button>
      </div>
      <SaveState />
    </header>
  );
}

function OpenArticle() {
  const workspace = useWorkspace();
  const article = useWorkspaceState(openArticle);
  if (!article) return <span className={styles.title} />;
  return (
    <>
      <button type="button" className={styles.title} title={article.title} onClick={() => workspace.show({ panel: 'article' })}>
        <bdi>{article.title}</bdi>
      </button>
      <StatusSelect article={article} label={frameMessages.articleStatus} className={styles.status} />
    </>
  );
}

function HistoryButtons() {
  const workspace = useWorkspace();
  const undo = useWorkspaceState((state) => state.undo);
  const redo = useWorkspaceState((state) => state.redo);
  const canWrite = useCanWrite();
  const undoName = undo ? frameMessages.undo(actionName(undo.action, undo.parameters)) : frameMessages.nothingToUndo;
  const redoName = redo ? frameMessages.redo(actionName(redo.action, redo.parameters)) : frameMessages.nothingToRedo;
  return (
    <>
      <button
        type="button"
        className={styles.icon}
        disabled={!undo || !canWrite}
        aria-label={undoName}
        title={undoName}
        onClick={() => workspace.perform('undo')}
      >
        <Undo2 size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.icon}
        disabled={!redo || !canWrite}
        aria-label={redoName}
        title={redoName}
        onClick={() => workspace.perform('redo')}
      >
        <Redo2 size={16} aria-hidden="true" />
      </button>
    </>
  );
}

function ImportButton() {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button plain" disabled={!canWrite} onClick={() => input.current?.click()}>
        {frameMessages.import}
      </button>
      <input
        ref={input}
        hidden
        data-import=""
        type="file"
        accept=".json,.gz"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) workspace.perform('read-import', { file });
          event.target.value = '';
        }}
      />
    </>
  );
}
