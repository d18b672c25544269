import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { paletteMessages } from '../../messages/palette.ts';
import { found, type PaletteEntry, paletteEntries } from '../../workspace/palette.ts';
import { wordsToSelect } from '../../workspace/words-to-select.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './palette.module.css';

/** Everything that can be done now, found by typing; or the tags under the cursor. */
export function Palette() {
  const kind = useWorkspaceState(({ palette }) => palette);
  return kind === null ? null : <OpenPalette key={kind} kind={kind} />;
}

function OpenPalette({ kind }: { readonly kind: 'all' | 'here' }) {
  const title = kind === 'here' ? paletteMessages.here : paletteMessages.title;
  const workspace = useWorkspace();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  // What can be done is what could be when it was opened: it covers the work until it is closed.
  const [entries] = useState(() => paletteEntries(workspace.state.getState()));
  const [typed, type] = useState('');
  const [at, choose] = useState(0);
  const words = useMemo(() => (kind === 'all' ? wordsToSelect(workspace.state.getState(), typed) : []), [kind, workspace, typed]);
  const shown = [...found(entries, typed), ...words];
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    dialog.current?.close();
    workspace.perform('hide-palette');
  };
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    // Closed first, so that the focus is back where it was before the command moves it.
    close();
    workspace.perform(entry.action, entry.parameters);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={title}
      closedby="any"
      onClose={(event) => event.currentTarget.isConnected && workspace.perform('hide-palette')}
    >
      <input
        role="combobox"
        aria-label={title}
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown[at] ? `${list}-${at}` : undefined}
        placeholder={paletteMessages.placeholder}
        value={typed}
        onChange={(event) => {
          type(event.target.value);
          choose(0);
        }}
        onKeyDown={(event) => walk(event, { count: shown.length, at, choose, run: () => run(shown[at]), close })}
      />
      {shown.length > 0 ? (
        <div id={list} role="listbox" aria-label={title} className={styles.list}>
          {shown.map((entry, index) => (
            <Option key={entry.id} id={`${list}-${index}`} entry={entry} chosen={index === at} onRun={() => run(entry)} />
          ))}
        </div>
      ) : (
        <p className={styles.none}>{paletteMessages.none}</p>
      )}
    </dialog>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

interface Walk {
  readonly count: number;
  readonly at: number;
  choose(at: number): void;
  run(): void;
  close(): void;
}

function walk(event: KeyboardEvent, { count, at, choose, run, close }: Walk): void {
  const step = steps[event.key];
  if (event.key === 'Enter') run();
  // The browser tells of its own closing later than the next key, which would open nothing: what is typed behind it would be commands.
  else if (event.key === 'Escape') close();
  else if (step === undefined) return;
  // From the last entry on to the first, from the first back to the last.
  else if (Math.abs(step) === 1) choose((at + step + count) % Math.max(1, count));
  else choose(Math.max(0, Math.min(count - 1, at + step)));
  event.preventDefault();
}

function Option({
  id,
  entry,
  chosen,
  onRun,
}: {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly chosen: boolean;
  readonly onRun: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // The focus stays in the field, whose keys choose and run.
    <div ref={element} id={id} role="option" tabIndex={-1} aria-selected={chosen} className={styles.option} onClick={onRun}>
      <bdi>{entry.label}</bdi>
      <span className={styles.group}>{entry.group}</span>
      {entry.key === null ? null : <KeyCap action={entry.key} />}
    </div>
  );
}
