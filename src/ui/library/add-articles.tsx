import { type ChangeEvent, useId, useState } from 'react';
import { libraryMessages as words } from '../../messages/library.ts';
import { versionMessages } from '../../messages/versions.ts';
import type { AddedArticle } from '../../workspace/state.ts';
import styles from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Paste a text or choose files or a folder; below, what became of each. */
export default function AddArticles() {
  const workspace = useWorkspace();
  const added = useWorkspaceState((state) => state.added);
  const canWrite = useCanWrite();
  const [pasted, setPasted] = useState('');
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    workspace.perform('add-articles', { files: [...(event.target.files ?? [])] });
    event.target.value = '';
  };
  return (
    <section className={styles.section}>
      <h2>{words.add}</h2>
      <p className={styles.muted}>{words.addHelp}</p>
      <fieldset disabled={!canWrite} className={styles.plainFieldset}>
        <legend className="visually-hidden">{words.add}</legend>
        <p className={styles.row}>
          <FileButton label={words.files} onChange={take} folder={false} />
          <FileButton label={words.folder} onChange={take} folder />
        </p>
        <label className="field">
          <span>{words.paste}</span>
          <textarea data-draft="" rows={8} value={pasted} onChange={(event) => setPasted(event.target.value)} />
        </label>
        <p>
          <button
            type="button"
            className="button primary"
            disabled={pasted.trim() === ''}
            onClick={() => {
              workspace.perform('add-articles', { pasted });
              setPasted('');
            }}
          >
            {words.pasteButton}
          </button>
        </p>
      </fieldset>
      {added ? (
        <ul className={styles.report} aria-label={words.report}>
          {added.map((file) => (
            <li key={file.name} data-kind={file.kind}>
              {sentence(file)}
              <Like file={file} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function sentence(file: AddedArticle): string {
  if (file.kind === 'added') return words.added(file.name, file.encoding);
  return file.kind === 'known' ? words.known(file.name) : words.refused(file.name, file.reason);
}

/** Offers to take an article as a newer version of one with the same headline. */
function Like({ file }: { readonly file: AddedArticle }) {
  const workspace = useWorkspace();
  const of = useWorkspaceState(({ project }) => (file.kind === 'added' ? project.articles.get(file.like ?? '') : undefined));
  if (file.kind !== 'added' || !of) return null;
  return (
    <p>
      {versionMessages.like(of.title)}{' '}
      <button
        type="button"
        className="button small"
        onClick={() => workspace.perform('join-articles', { article: file.article, of: of.id })}
      >
        {versionMessages.join}
      </button>
    </p>
  );
}

function FileButton({
  label,
  folder,
  onChange,
}: {
  readonly label: string;
  readonly folder: boolean;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  const id = useId();
  return (
    <>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        multiple
        accept=".txt,.md"
        {...(folder && { webkitdirectory: '' })}
        onChange={onChange}
      />
      <label htmlFor={id} className="button">
        {label}
      </label>
    </>
  );
}
