import { exchangeMessages as words } from '../../messages/exchange.ts';
import { formatMessages } from '../../messages/formats.ts';
import type { ImportPreview as Preview } from '../../workspace/state.ts';
import styles from '../panel/panel.module.css';
import { useCanWrite, useWorkspace } from '../use-workspace.ts';
import { CancelButton } from './cancel-button.tsx';
import { Conflicts } from './conflicts.tsx';

/** What importing a file would do; what is to be decided comes first. */
export function ImportPreview({ preview: { fileName, phrase, format, notes, plan } }: { readonly preview: Preview }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const undecided = plan.conflicts.filter(({ choice }) => choice === null).length;
  const empty = plan.patch.length === 0;
  return (
    <section className={styles.section}>
      <h2>{words.importTitle}</h2>
      <p>
        <bdi>{fileName}</bdi>
      </p>
      {plan.conflicts.length > 0 ? <Conflicts conflicts={plan.conflicts} undecided={undecided} /> : null}
      <dl className={styles.section}>
        <Fact term={words.whose(plan.people)} value={phrase ?? formatMessages.readAs(formatMessages.labels[format] ?? format)} />
        <Fact term={words.new} value={words.counts(plan.added)} />
        <Fact term={words.present} value={words.counts(plan.present)} />
        {Object.keys(plan.replaced).length > 0 ? <Fact term={words.replaced} value={words.counts(plan.replaced)} /> : null}
        {Object.keys(plan.removed).length > 0 ? <Fact term={words.removed} value={words.counts(plan.removed)} /> : null}
      </dl>
      {notes.length > 0 ? (
        <div>
          <h3 className="label">{formatMessages.decided}</h3>
          <ul className={styles.faults}>
            {notes.map(({ facet, count }) => (
              <li key={facet}>{formatMessages.loss(facet, count)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {plan.conflicts.length === 0 && empty ? <p className={styles.banner}>{words.nothingNew}</p> : null}
      <p className={styles.row}>
        {undecided === 0 && empty ? null : (
          <button
            type="button"
            className="button primary"
            disabled={!canWrite || undecided > 0}
            onClick={() => workspace.perform('apply-import')}
          >
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
      <dt className="label">
        <bdi>{term}</bdi>
      </dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
