import { registerMessages as words } from '../../messages/register.ts';
import { attributeOf } from '../../model/codebooks/newsroom-core.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import type { EntityFields } from '../../model/commands/register.ts';
import type { Entity } from '../../model/records.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** What the register says of somebody, to be changed in place; saved when a field is left. */
export function EntryFields({ entity }: { readonly entity: Entity }) {
  const workspace = useWorkspace();
  const kinds = useWorkspaceState(({ project }) => attributeOf(currentCodebook(project), 'source', 'kind')?.values ?? []);
  const save = (fields: EntityFields) => workspace.perform('edit-entry', { entity: entity.id, fields });
  return (
    <>
      <Line label={words.name} value={entity.name} onSave={(name) => save({ name })} />
      <Lines label={words.aliases} values={entity.aliases} onSave={(aliases) => save({ aliases })} />
      <label className="field">
        <span>{words.kind}</span>
        <select value={entity.kind ?? ''} onChange={(event) => save({ kind: event.target.value })}>
          <option value="">{words.noKind}</option>
          {kinds.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Line label={words.affiliation} value={entity.affiliation ?? ''} onSave={(affiliation) => save({ affiliation })} />
      <Lines label={words.identifiers} values={entity.identifiers} onSave={(identifiers) => save({ identifiers })} />
      <Lines label={words.note} values={(entity.note ?? '').split('\n')} onSave={(lines) => save({ note: lines.join('\n') })} />
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
}

function Line({ label, value, onSave }: LineProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        key={value}
        dir="auto"
        defaultValue={value}
        onBlur={(event) => onSave(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && onSave(event.currentTarget.value)}
      />
    </label>
  );
}

interface LinesProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onSave: (values: readonly string[]) => void;
}

function Lines({ label, values, onSave }: LinesProps) {
  const value = values.join('\n');
  return (
    <label className="field">
      <span>{label}</span>
      <textarea key={value} dir="auto" rows={2} defaultValue={value} onBlur={(event) => onSave(event.target.value.split('\n'))} />
    </label>
  );
}
