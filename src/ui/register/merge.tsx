import { useState } from 'react';
import { registerMessages as words } from '../../messages/register.ts';
import type { Entity } from '../../model/records.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Makes another entry, picked from a list, one with this one. */
export function Merge({ entity }: { readonly entity: Entity }) {
  const workspace = useWorkspace();
  const entities = useWorkspaceState(({ project }) => project.entities);
  const [other, setOther] = useState('');
  const others = [...entities.values()].filter(({ id }) => id !== entity.id).sort((a, b) => a.name.localeCompare(b.name));
  if (others.length === 0) return <p className={styles.muted}>{words.noOther}</p>;
  const chosen = others.some(({ id }) => id === other) ? other : '';
  return (
    <>
      <p className={styles.muted}>{words.mergeHelp(entity.name)}</p>
      <label className="field">
        <span>{words.mergeWith}</span>
        <select value={chosen} onChange={(event) => setOther(event.target.value)}>
          <option value="">{words.choose}</option>
          {others.map(({ id, name, affiliation, aliases }) => (
            <option key={id} value={id}>
              {words.described(name, affiliation === undefined ? aliases : [affiliation, ...aliases])}
            </option>
          ))}
        </select>
      </label>
      <p>
        <button
          type="button"
          className="button"
          disabled={chosen === ''}
          onClick={() => workspace.perform('merge-entries', { kept: entity.id, merged: chosen })}
        >
          {words.doMerge}
        </button>
      </p>
    </>
  );
}
