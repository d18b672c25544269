import { useRef } from 'react';
import { codebookMessages as words } from '../../messages/codebook.ts';
import type { Codebook, TagType } from '../../model/codebooks/codebook.ts';
import { codebookRef } from '../../model/codebooks/newsroom-core.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import styles from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './codebook.module.css';
import { AttributeText, TypeText } from './definitions.tsx';
import { Offered } from './offered.tsx';
import { RecheckSection } from './recheck-section.tsx';
import { UnclearSection } from './unclear-section.tsx';

/** The codebook new tags are made under: read it, export it, replace it, and look again at what it may have changed. */
export default function CodebookPanel() {
  const codebook = useWorkspaceState(({ project }) => currentCodebook(project));
  const offered = useWorkspaceState((state) => state.codebook.offered);
  return (
    <div className={own.panel}>
      <h2>{words.title}</h2>
      {offered ? <Offered offered={offered} /> : null}
      <Head codebook={codebook} />
      <RecheckSection />
      <UnclearSection />
      <section className={styles.section}>
        <h3>{words.types}</h3>
        {codebook.types.map((type) => (
          <Type key={type.id} type={type} />
        ))}
      </section>
      <Relations codebook={codebook} />
      <Versions current={codebookRef(codebook)} />
    </div>
  );
}

function Head({ codebook }: { readonly codebook: Codebook }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.section}>
      <p>
        <strong>{words.head(codebook.title, codebook.version)}</strong>
      </p>
      <p>{codebook.purpose}</p>
      <p className={styles.muted}>{words.inUse}</p>
      <p className={styles.row}>
        <button type="button" className="button" disabled={!canWrite} onClick={() => input.current?.click()}>
          {words.replace}
        </button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".json"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) workspace.perform('read-codebook', { file });
            event.target.value = '';
          }}
        />
        <button type="button" className="button" onClick={() => workspace.perform('export-codebook')}>
          {words.export}
        </button>
      </p>
    </section>
  );
}

function Type({ type }: { readonly type: TagType }) {
  const { id, label, letter, line, key, attributes } = type;
  return (
    <details className={own.type}>
      <summary>
        <span className={own.name}>
          <span className="chip" data-type={id} aria-hidden="true">
            {letter}
          </span>
          {label}
          <span className={styles.muted}>{words.line(line)}</span>
          <kbd>{key}</kbd>
        </span>
      </summary>
      <TypeText type={type} />
      {attributes.map((attribute) => (
        <details key={attribute.id} className={own.part}>
          <summary>
            {attribute.label} {attribute.required ? <span className={styles.muted}>{words.required}</span> : null}
          </summary>
          <AttributeText attribute={attribute} />
        </details>
      ))}
    </details>
  );
}

function Relations({ codebook }: { readonly codebook: Codebook }) {
  const name = (id: string) => codebook.types.find((type) => type.id === id)?.label ?? id;
  return (
    <section className={styles.section}>
      <h3>{words.relations}</h3>
      <ul className={own.list}>
        {codebook.relations.map(({ id, label, from, to, key, help }) => (
          <li key={id}>
            {label} {key ? <kbd>{key}</kbd> : null}{' '}
            <span className={styles.muted}>
              {words.ends(from.map(name), to.map(name))} {help}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ current }: { readonly current: string }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const codebooks = useWorkspaceState(({ project }) => project.codebooks);
  if (codebooks.size < 2) return null;
  return (
    <section className={styles.section}>
      <h3>{words.versions}</h3>
      <ul className={own.list} aria-label={words.versions}>
        {[...codebooks].map(([ref, { title, version }]) => (
          <li key={ref} className={own.head}>
            <span>
              {words.head(title, version)} <code className={styles.muted}>{ref}</code>
            </span>
            {ref === current ? (
              <span className={styles.muted}>{words.inUse}</span>
            ) : (
              <button
                type="button"
                className="button small"
                disabled={!canWrite}
                aria-label={words.take(ref)}
                onClick={() => workspace.perform('offer-codebook', { codebook: ref })}
              >
                {words.use}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
