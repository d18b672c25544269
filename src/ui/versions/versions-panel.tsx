import { useId, useState } from 'react';
import { queueMessages as words } from '../../messages/version-queue.ts';
import { versionMessages } from '../../messages/versions.ts';
import type { Article } from '../../model/records.ts';
import { openTextIn } from '../../workspace/in-memory.ts';
import { openArticle } from '../../workspace/session.ts';
import panel from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { Queue } from './queue.tsx';
import styles from './versions.module.css';

/** The versions of the open article: which there are, a newer one to be added, and the tags that wait on older ones. */
export default function VersionsPanel() {
  const article = useWorkspaceState(openArticle);
  if (!article) return null;
  return (
    <section className={`${panel.section} ${styles.panel}`} key={article.id}>
      <h2>{versionMessages.open}</h2>
      {article.versions.length > 1 ? <Queue /> : <p className={panel.muted}>{words.help}</p>}
      <Versions article={article} />
      <NewVersion unfolded={article.versions.length === 1} />
    </section>
  );
}

function Versions({ article: { versions } }: { readonly article: Article }) {
  const workspace = useWorkspace();
  const shown = useWorkspaceState(openTextIn);
  if (versions.length === 1) return null;
  return (
    <ul className={styles.versions} aria-label={words.title}>
      {versions.map(({ text, added }, index) => {
        const notes = [
          words.since(added.slice(0, 10)),
          ...(index === versions.length - 1 ? [words.newest] : []),
          ...(text === shown ? [words.shown] : []),
        ];
        return (
          <li key={text}>
            <span>
              {words.number(index + 1, versions.length)}
              <span className={panel.muted}> {notes.join(', ')}</span>
            </span>
            {text === shown ? null : (
              <button type="button" className="button small" onClick={() => workspace.perform('read-version', { text })}>
                {words.read(index + 1)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NewVersion({ unfolded }: { readonly unfolded: boolean }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const refused = useWorkspaceState(({ versions }) => versions.refused);
  const [pasted, setPasted] = useState('');
  const file = useId();
  const add = (parameters: Readonly<Record<string, unknown>>) => {
    workspace.perform('add-version', parameters);
    setPasted('');
  };
  return (
    <details open={unfolded}>
      <summary>{words.add}</summary>
      <fieldset disabled={!canWrite} className={`${panel.plainFieldset} ${styles.new}`}>
        <legend className="visually-hidden">{words.add}</legend>
        <label className="field">
          <span>{words.paste}</span>
          <textarea data-draft="" dir="auto" rows={8} value={pasted} onChange={(event) => setPasted(event.target.value)} />
        </label>
        <p className={panel.row}>
          <button type="button" className="button primary" disabled={pasted.trim() === ''} onClick={() => add({ pasted })}>
            {words.take}
          </button>
          <input
            id={file}
            className="visually-hidden"
            type="file"
            accept=".txt,.md"
            onChange={({ target }) => {
              if (target.files?.[0]) add({ file: target.files[0] });
              target.value = '';
            }}
          />
          <label htmlFor={file} className="button">
            {words.file}
          </label>
        </p>
        <p role="alert">{refused === null ? null : words.refused(refused)}</p>
      </fieldset>
    </details>
  );
}
