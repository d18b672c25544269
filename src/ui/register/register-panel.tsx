import { type FormEvent, useEffect, useState } from 'react';
import { registerMessages as words } from '../../messages/register.ts';
import type { Entity } from '../../model/records.ts';
import styles from '../panel/panel.module.css';
import { takeFocus } from '../take-focus.ts';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { Entry } from './entry.tsx';
import own from './register.module.css';

/** The register: everybody in it, or one entry with what it says. */
export function RegisterPanel() {
  const workspace = useWorkspace();
  const entry = useWorkspaceState(({ project, register }) => project.entities.get(register.entry ?? ''));
  const shown = useWorkspaceState(({ register }) => register.entry);
  // They change when something was stored, here or in another tab, and what was looked up is old.
  const counters = useWorkspaceState((state) => state.counters);
  useEffect(() => workspace.perform('look-at-register'), [workspace, shown, counters]);
  return <div className={own.panel}>{entry ? <Entry key={entry.id} entity={entry} /> : <Everybody />}</div>;
}

function Everybody() {
  const entities = useWorkspaceState(({ project }) => project.entities);
  const [filter, setFilter] = useState('');
  const all = [...entities.values()].sort((a, b) => a.name.localeCompare(b.name));
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = all.filter(({ name, aliases }) => [name, ...aliases].some((one) => one.toLocaleLowerCase().includes(wanted)));
  return (
    <>
      <h2>{words.title}</h2>
      {all.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <label className="field">
          <span>{words.filter}</span>
          <input type="search" dir="auto" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
      )}
      {all.length > 0 && shown.length === 0 ? <p className={styles.muted}>{words.nobodyFits}</p> : null}
      <ul className={styles.list} aria-label={words.title}>
        {shown.map((entity) => (
          <Line key={entity.id} entity={entity} />
        ))}
      </ul>
      <NewEntry />
    </>
  );
}

function Line({ entity: { id, name, aliases, affiliation } }: { readonly entity: Entity }) {
  const workspace = useWorkspace();
  const count = useWorkspaceState(({ register }) => register.counts && (register.counts.get(id) ?? 0));
  const also = [affiliation, ...aliases].filter((one) => one !== undefined);
  return (
    <li>
      <button type="button" className={styles.item} onClick={() => workspace.perform('show-register', { entity: id })}>
        <span className={own.said}>
          <bdi>{name}</bdi>
          {also.length > 0 ? <bdi className={own.also}>{also.join(', ')}</bdi> : null}
        </span>
        <span className={own.count}>{count === null ? '' : words.articles(count)}</span>
      </button>
    </li>
  );
}

function NewEntry() {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <p>
        <button type="button" className="button" disabled={!canWrite} onClick={() => setName('')}>
          {words.add}
        </button>
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    workspace.perform('add-entry', { name });
  };
  return (
    <form className={own.adding} onSubmit={submit}>
      <label className="field">
        <span>{words.addLabel}</span>
        <input data-draft="" ref={takeFocus} required dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button primary" disabled={name.trim() === ''}>
        {words.add}
      </button>
    </form>
  );
}
