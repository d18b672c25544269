import { BookOpen, BookUser, Keyboard, type LucideIcon, Redo2, SquareMenu, Undo2, Users } from 'lucide-react';
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
        {shortcuts.map((shortcut) => (
          <Shortcut key={shortcut.action} {...shortcut} />
        ))}
      </div>
      <SaveState />
    </header>
  );
}

interface ShortcutProps {
  readonly action: string;
  readonly panel?: string;
  readonly label: string;
  readonly Icon: LucideIcon;
  /** On a phone there is room for one, which leads to all the others. */
  readonly on: 'wide' | 'always';
}

const shortcuts: readonly ShortcutProps[] = [
  { action: 'show-register', label: frameMessages.register, Icon: BookUser, on: 'wide' },
  { action: 'show-panel', panel: 'people', label: frameMessages.people, Icon: Users, on: 'wide' },
  { action: 'show-codebook', label: frameMessages.codebook, Icon: BookOpen, on: 'wide' },
  { action: 'show-keys', label: frameMessages.keys, Icon: Keyboard, on: 'wide' },
  { action: 'show-palette', label: frameMessages.commands, Icon: SquareMenu, on: 'always' },
];

function Shortcut({ action, panel, label, Icon, on }: ShortcutProps) {
  const workspace = useWorkspace();
  return (
    <button
      type="button"
      className={styles.icon}
      data-on={on}
      aria-label={label}
      title={label}
      onClick={() => workspace.perform(action, { panel })}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
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
        multiple
        accept=".json,.gz,.zip,.jsonl,.jsonld,.ann,.txt"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0) workspace.perform('read-import', { files });
          event.target.value = '';
        }}
      />
    </>
  );
}
