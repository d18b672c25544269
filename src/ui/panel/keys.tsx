import { useEffect, useRef, useState } from 'react';
import { actionGroups } from '../../messages/actions.ts';
import { keysMessages as words } from '../../messages/keys.ts';
import { usualKeys } from '../../workspace/own-keys.ts';
import { keyOf } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { KeyRow } from './key-row.tsx';
import styles from './panel.module.css';

/** The sheet of keys: every action with its keys, to be found by typing and changed in place. */
export function Keys() {
  const workspace = useWorkspace();
  const settings = useWorkspaceState(({ keys }) => keys);
  const [typed, type] = useState('');
  const [changing, change] = useState<string | null>(null);
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  const wanted = typed.trim().toLowerCase().split(/\s+/u);
  const fits = (label: string, id: string) =>
    wanted.every((word) => label.toLowerCase().includes(word) || keyOf(id, settings).toLowerCase() === word);
  const groups = actionGroups
    .map(({ labels, ...group }) => ({ ...group, actions: Object.entries(labels).filter(([id, label]) => fits(label, id)) }))
    .filter(({ actions }) => actions.length > 0);
  return (
    <section ref={sheet} tabIndex={-1} className={styles.section} aria-label={words.title}>
      <h2>{words.title}</h2>
      <label className="field">
        <span>{words.find}</span>
        <input type="search" data-filter="" value={typed} onChange={(event) => type(event.target.value)} />
      </label>
      <SingleKeys />
      {groups.length === 0 ? <p className={styles.muted}>{words.none}</p> : null}
      {groups.map(({ id, title, actions }) => (
        <div key={id}>
          <h3 className="label">{title}</h3>
          <ul className={styles.keys} aria-label={title}>
            {actions.map(([action, label]) => (
              <KeyRow
                key={action}
                action={action}
                label={label}
                changing={changing === action}
                onChange={(now) => change(now ? action : null)}
              />
            ))}
          </ul>
        </div>
      ))}
      <button
        type="button"
        className="button small"
        disabled={settings.own.size === 0}
        onClick={() => workspace.perform('change-keys', { settings: { ...usualKeys, single: settings.single } })}
      >
        {words.resetAll}
      </button>
    </section>
  );
}

function SingleKeys() {
  const workspace = useWorkspace();
  const settings = useWorkspaceState(({ keys }) => keys);
  return (
    <div>
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={settings.single}
          aria-checked={settings.single}
          aria-describedby="single-keys-help"
          onChange={() => workspace.perform('toggle-single-keys')}
        />{' '}
        {words.single}
      </label>
      <p id="single-keys-help" className={styles.muted}>
        {words.singleHelp} {words.palette(keyOf('show-palette', settings))}
      </p>
    </div>
  );
}
