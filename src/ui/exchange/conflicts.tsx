import { fieldName } from '../../messages/conflict.ts';
import { exchangeMessages as words } from '../../messages/exchange.ts';
import type { Choice, ImportConflict } from '../../model/commands/import-package.ts';
import { differingFields } from '../../model/merge.ts';
import type { Project } from '../../model/project.ts';
import type { AnyRecord } from '../../model/records.ts';
import { fieldValue } from '../../model/views/my-values.ts';
import { titleOf } from '../../model/views/title-of.ts';
import panel from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './exchange.module.css';

interface ConflictsProps {
  readonly conflicts: readonly ImportConflict[];
  readonly more: number;
  readonly undecided: number;
}

/** Records of which the file has another content, with what differs, and the choice between them; how many `more` there are. */
export function Conflicts({ conflicts, more, undecided }: ConflictsProps) {
  const workspace = useWorkspace();
  return (
    <section className={styles.conflicts} aria-label={words.differs}>
      <h3 className="label">{words.differs}</h3>
      <p className={panel.muted}>{words.differsHelp}</p>
      <p role="status">{undecided > 0 ? words.undecided(undecided) : ''}</p>
      {undecided > 1 ? (
        <p className={panel.row}>
          <button type="button" className="button small" onClick={() => workspace.perform('decide', { choice: 'ours' })}>
            {words.keepAll}
          </button>
          <button type="button" className="button small" onClick={() => workspace.perform('decide', { choice: 0 })}>
            {words.takeAll}
          </button>
        </p>
      ) : null}
      {conflicts.map((conflict) => (
        <Conflict key={`${conflict.table}/${conflict.id}`} conflict={conflict} />
      ))}
      {more > 0 ? <p className={panel.muted}>{words.moreFaults(more)}</p> : null}
    </section>
  );
}

function Conflict({ conflict }: { readonly conflict: ImportConflict }) {
  const { table, id, ours, theirs, choice } = conflict;
  const contents: readonly (readonly [Choice, AnyRecord])[] = [
    ...(ours ? [['ours', ours] as const] : []),
    ...theirs.map((record, index) => [index, record] as const),
  ];
  const fields = [...new Set(contents.flatMap(([, one]) => contents.flatMap(([, other]) => differingFields(one, other))))];
  const [first] = contents;
  return (
    <fieldset className={styles.conflict} data-open={choice === null ? '' : undefined}>
      <legend>
        <bdi>{first ? titleOf(first[1]) : id}</bdi>
      </legend>
      {contents.map(([which, record]) => (
        <Content
          key={which}
          of={{ table, id }}
          which={which}
          label={which === 'ours' ? words.yours : words.theirs(which, theirs.length)}
          record={record}
          fields={fields}
          chosen={choice === which}
        />
      ))}
    </fieldset>
  );
}

interface ContentProps {
  readonly of: Pick<ImportConflict, 'table' | 'id'>;
  readonly which: Choice;
  readonly label: string;
  readonly record: AnyRecord;
  readonly fields: readonly string[];
  readonly chosen: boolean;
}

function Content({ of, which, label, record, fields, chosen }: ContentProps) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  return (
    <label className={styles.option}>
      <input
        type="radio"
        name={`${of.table}/${of.id}`}
        checked={chosen}
        onChange={() => workspace.perform('decide', { ...of, choice: which })}
      />
      <span className={styles.content}>
        {label}
        <span className={panel.muted}>
          {fields.map((field) => (
            <Value key={field} project={project} record={record} field={field} />
          ))}
        </span>
      </span>
    </label>
  );
}

function Value({ project, record, field }: { readonly project: Project; readonly record: AnyRecord; readonly field: string }) {
  const { label, value } = fieldValue(project, record, field);
  return (
    <span className={styles.value}>
      {`${label ?? fieldName(field)}: `}
      <bdi>{value ?? (field in record ? words.somethingElse : words.empty)}</bdi>
    </span>
  );
}
