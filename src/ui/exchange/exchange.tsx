import { type FormEvent, useState } from 'react';
import { exchangeMessages as words } from '../../messages/exchange.ts';
import { canSaveAs } from '../../workspace/download.ts';
import type { Exchange as ExchangeState } from '../../workspace/state.ts';
import styles from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { Faults } from './faults.tsx';

/** Export and import in the panel: the one question, the preview, the result. */
export function Exchange() {
  const exchange = useWorkspaceState((state) => state.exchange);
  if (exchange.kind === 'name-needed') return <NameQuestion />;
  if (exchange.kind === 'exported') return <Exported exchange={exchange} />;
  if (exchange.kind === 'preview') return <Preview exchange={exchange} />;
  return exchange.kind === 'refused' ? <Refused exchange={exchange} /> : null;
}

type Of<K extends ExchangeState['kind']> = { readonly exchange: Extract<ExchangeState, { kind: K }> };

function NameQuestion() {
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') workspace.perform('export', { name });
  };
  return (
    <form className={styles.section} onSubmit={submit}>
      <h2>{words.exportTitle}</h2>
      <label className="field">
        <span>{words.nameLabel}</span>
        {/* The analyst asked for the export: the one question of it is where typing goes. */}
        <input data-draft="" autoFocus required dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <p className={styles.muted}>{words.nameHelp}</p>
      <p className={styles.row}>
        <button type="submit" className="button primary">
          {words.nameButton}
        </button>
        <CancelButton />
      </p>
    </form>
  );
}

function CancelButton() {
  const workspace = useWorkspace();
  return (
    <button type="button" className="button" onClick={() => workspace.perform('cancel-import')}>
      {words.cancel}
    </button>
  );
}

function Exported({ exchange: { fileName, phrase } }: Of<'exported'>) {
  const workspace = useWorkspace();
  return (
    <section className={styles.section}>
      <h2>{words.exportTitle}</h2>
      <p role="status">{words.exported(fileName)}</p>
      <div>
        <h3 className="label">{words.phrase}</h3>
        <p>
          <strong>{phrase}</strong>
        </p>
        <p className={styles.muted}>{words.phraseHelp}</p>
      </div>
      <p className={styles.row}>
        {canSaveAs() ? (
          <button type="button" className="button" onClick={() => workspace.perform('save-as')}>
            {words.saveAs}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => workspace.perform('cancel-import')}>
          {words.done}
        </button>
      </p>
    </section>
  );
}

function Preview({ exchange: { fileName, phrase, plan } }: Of<'preview'>) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const empty = plan.patch.length === 0;
  return (
    <section className={styles.section}>
      <h2>{words.importTitle}</h2>
      <p>
        <bdi>{fileName}</bdi>
      </p>
      <dl className={styles.section}>
        <Fact term={words.whose(plan.people)} value={phrase} />
        <Fact term={words.new} value={words.counts(plan.added)} />
        <Fact term={words.present} value={words.counts(plan.present)} />
        {Object.keys(plan.replaced).length > 0 ? <Fact term={words.replaced} value={words.counts(plan.replaced)} /> : null}
        {Object.keys(plan.removed).length > 0 ? <Fact term={words.removed} value={words.counts(plan.removed)} /> : null}
        {plan.kept.length > 0 ? <Fact term={words.kept} value={plan.kept.join(', ')} /> : null}
      </dl>
      {plan.conflicts.length > 0 ? (
        <p className={styles.banner}>{words.conflicts(plan.conflicts.length)}</p>
      ) : empty ? (
        <p className={styles.banner}>{words.nothingNew}</p>
      ) : null}
      <p className={styles.row}>
        {empty ? null : (
          <button type="button" className="button primary" disabled={!canWrite} onClick={() => workspace.perform('apply-import')}>
            {words.apply}
          </button>
        )}
        <CancelButton />
      </p>
    </section>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt className="label">{term}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}

function Refused({ exchange: { fileName, faults, more } }: Of<'refused'>) {
  return (
    <section className={styles.section}>
      <h2>{words.importTitle}</h2>
      <p role="alert">{words.refused(fileName)}</p>
      <Faults faults={faults} more={more} />
      <p>
        <CancelButton />
      </p>
    </section>
  );
}
