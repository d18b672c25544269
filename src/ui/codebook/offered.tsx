import { codebookMessages as words } from '../../messages/codebook.ts';
import type { CodebookChange } from '../../model/codebooks/changes.ts';
import { codebookRef } from '../../model/codebooks/newsroom-core.ts';
import type { CodebookState } from '../../workspace/codebook/codebook-state.ts';
import { Faults } from '../exchange/faults.tsx';
import styles from '../panel/panel.module.css';
import { useWorkspace } from '../use-workspace.ts';
import own from './codebook.module.css';

type Offer = NonNullable<CodebookState['offered']>;
type Of<K extends Offer['kind']> = { readonly offered: Extract<Offer, { kind: K }> };

/** A codebook that may take the place of the current one: what would change, before anything is written, or why it cannot. */
export function Offered({ offered }: { readonly offered: Offer }) {
  if (offered.kind === 'refused') return <Refused offered={offered} />;
  return offered.kind === 'same' ? <Same offered={offered} /> : <Preview offered={offered} />;
}

function Close({ label }: { readonly label: string }) {
  const workspace = useWorkspace();
  return (
    <button type="button" className="button" onClick={() => workspace.perform('cancel-codebook')}>
      {label}
    </button>
  );
}

function Same({ offered: { name } }: Of<'same'>) {
  return (
    <section className={own.offer}>
      <p role="status">
        <bdi>{name}</bdi>: {words.previewSame}
      </p>
      <p>
        <Close label={words.close} />
      </p>
    </section>
  );
}

function Preview({ offered: { codebook, from, changes } }: Of<'change'>) {
  const workspace = useWorkspace();
  return (
    <section className={own.offer} aria-label={words.previewTitle}>
      <h3>{words.previewTitle}</h3>
      <p>
        <strong>{words.previewFrom(from, codebookRef(codebook))}</strong>
      </p>
      {changes.length === 0 ? <p>{words.previewNothing}</p> : null}
      {(['major', 'minor', 'patch'] as const).map((level) => (
        <Changes key={level} level={level} changes={changes.filter((change) => change.level === level)} />
      ))}
      <p className={styles.muted}>{words.previewHelp}</p>
      <p className={styles.row}>
        <button type="button" className="button primary" onClick={() => workspace.perform('use-codebook')}>
          {words.apply}
        </button>
        <Close label={words.cancel} />
      </p>
    </section>
  );
}

function Changes({ level, changes }: { readonly level: string; readonly changes: readonly CodebookChange[] }) {
  if (changes.length === 0) return null;
  return (
    <div>
      <h4 className="label">{words.level(level)}</h4>
      <ul className={own.list} aria-label={words.level(level)}>
        {changes.map((change) => (
          <li key={`${change.what} ${change.path.join('/')} ${change.kind}`}>{words.change(change)}</li>
        ))}
      </ul>
    </div>
  );
}

function Refused({ offered: { name, faults, more } }: Of<'refused'>) {
  return (
    <section className={own.offer} aria-label={words.refusedTitle}>
      <h3>{words.refusedTitle}</h3>
      <p role="alert">{words.refused(name)}</p>
      <Faults faults={faults} more={more} />
      <p>
        <Close label={words.close} />
      </p>
    </section>
  );
}
