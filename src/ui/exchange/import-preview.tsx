import { exchangeMessages as words } from '../../messages/exchange.ts';
import { formatMessages } from '../../messages/formats.ts';
import type { ImportPreview as Preview } from '../../workspace/state.ts';
import styles from '../panel/panel.module.css';
import { useCanWrite, useWorkspace } from '../use-workspace.ts';
import { CancelButton } from './cancel-button.tsx';
import { Conflicts } from './conflicts.tsx';

/** What importing a file would do; what is to be decided comes first. */
export function ImportPreview({ preview: { fileName, phrase, format, notes, view } }: { readonly preview: Preview }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const { conflicts, undecided, empty } = view;
  return (
    <section className={styles.section}>
      <h2>{words.importTitle}</h2>
      <p>
        <bdi>{fileName}</bdi>
      </p>
      {conflicts.length > 0 ? <Conflicts conflicts={conflicts} more={view.moreConflicts} undecided={undecided} /> : null}
      <dl className={styles.section}>
        <Fact term={words.whose(view.people)} value={phrase ?? formatMessages.readAs(formatMessages.labels[format] ?? format)} />
        <Fact term={words.new} value={words.counts(view.added)} />
        <Fact term={words.present} value={words.counts(view.present)} />
        {Object.keys(view.replaced).length > 0 ? <Fact term={words.replaced} value={words.counts(view.replaced)} /> : null}
        {Object.keys(view.removed).length > 0 ? <Fact term={words.removed} value={words.counts(view.removed)} /> : null}
        {Object.keys(view.kept).length > 0 ? <Fact term={words.kept} value={words.counts(view.kept)} /> : null}
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
      {conflicts.length === 0 && empty ? <p className={styles.banner}>{words.nothingNew}</p> : null}
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
