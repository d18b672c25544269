import { exchangeMessages as words } from '../../messages/exchange.ts';
import { canSaveAs } from '../../workspace/download.ts';
import type { Exchange as ExchangeState } from '../../workspace/state.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { CancelButton } from './cancel-button.tsx';
import { ExportForm } from './export-form.tsx';
import { Faults } from './faults.tsx';
import { ImportPreview } from './import-preview.tsx';

/** Export and import in the panel: what is to go into a file, what a file would bring, and what became of it. */
export default function Exchange() {
  const exchange = useWorkspaceState((state) => state.exchange);
  if (exchange.kind === 'choosing') return <ExportForm exchange={exchange} />;
  if (exchange.kind === 'exported') return <Exported exchange={exchange} />;
  if (exchange.kind === 'reading') return <Reading exchange={exchange} />;
  if (exchange.kind === 'preview') return <ImportPreview preview={exchange} />;
  if (exchange.kind === 'writing') return <Writing exchange={exchange} />;
  return exchange.kind === 'refused' ? <Refused exchange={exchange} /> : null;
}

type Of<K extends ExchangeState['kind']> = { readonly exchange: Extract<ExchangeState, { kind: K }> };

function Exported({ exchange: { fileName, phrase } }: Of<'exported'>) {
  const workspace = useWorkspace();
  return (
    <section className={styles.section}>
      <h2>{words.exportTitle}</h2>
      <p role="status">{words.exported(fileName)}</p>
      {phrase === null ? null : (
        <div>
          <h3 className="label">{words.phrase}</h3>
          <p>
            <strong>{phrase}</strong>
          </p>
          <p className={styles.muted}>{words.phraseHelp}</p>
        </div>
      )}
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

function Reading({ exchange: { fileName, done, total } }: Of<'reading'>) {
  const label = words.reading(fileName);
  return (
    <section className={styles.section}>
      <h2>{words.importTitle}</h2>
      <p role="status">{label}</p>
      <Share label={label} done={done} total={total} />
      <p>
        <CancelButton />
      </p>
    </section>
  );
}

function Writing({ exchange }: Of<'writing'>) {
  return (
    <section className={styles.section}>
      <p role="status">{exchange.words}</p>
      <Share label={exchange.words} done={0} total={0} />
    </section>
  );
}

/** How much of something is done; while nobody knows, only that it goes on. */
function Share({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) {
  const measured = total > 0 ? { value: done, max: total } : {};
  return (
    <p className={styles.row}>
      <progress aria-label={label} {...measured} />
      {total > 0 ? words.share(Math.round((100 * done) / total)) : null}
    </p>
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
