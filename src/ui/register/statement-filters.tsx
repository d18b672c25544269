import { registerMessages as words } from '../../messages/register.ts';
import { attributeOf } from '../../model/codebooks/newsroom-core.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import type { Project } from '../../model/project.ts';
import type { Id } from '../../model/records.ts';
import { nameOfSet } from '../../model/views/name-of.ts';
import { homesOf, kindOf, type Statement, type StatementFilter } from '../../model/views/statements.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import own from './register.module.css';

interface Props {
  readonly statements: readonly Statement[];
  readonly filter: StatementFilter;
  readonly onChange: (filter: StatementFilter) => void;
}

type Option = readonly [value: string, label: string];

/** Which statements are shown: by date, outlet, kind, status and set, each offered as far as there is something to choose. */
export function StatementFilters({ statements, filter, onChange }: Props) {
  const project = useWorkspaceState((state) => state.project);
  const people = useWorkspaceState((state) => state.people);
  const change = (part: Partial<StatementFilter>) => onChange({ ...filter, ...part });
  const sets = setsOf(project, people, statements);
  return (
    <details className={own.folded}>
      <summary>{words.filterBy}</summary>
      <div className={own.filters}>
        <Day label={words.from} value={filter.from} onChange={(from) => change({ from })} />
        <Day label={words.to} value={filter.to} onChange={(to) => change({ to })} />
        <Choice
          label={words.outlet}
          value={filter.outlet}
          options={outletsOf(project, statements)}
          onChange={(outlet) => change({ outlet })}
        />
        <Choice label={words.kindOf} value={filter.kind} options={kindsOf(project, statements)} onChange={(kind) => change({ kind })} />
        <Choice label={words.status} value={filter.status} options={statusesOf(project)} onChange={(status) => change({ status })} />
        {sets.length > 1 ? <Choice label={words.whose} value={filter.set} options={sets} onChange={(set) => change({ set })} /> : null}
      </div>
    </details>
  );
}

function outletsOf(project: Project, statements: readonly Statement[]): Option[] {
  const homes = homesOf(project.articles);
  const outlets = new Set(statements.flatMap(({ tag }) => homes.get(tag.text)?.publisher ?? []));
  return [...outlets].sort((a, b) => a.localeCompare(b)).map((outlet) => [outlet, outlet]);
}

/** Every type of statement, behind it its kinds that occur. */
function kindsOf(project: Project, statements: readonly Statement[]): Option[] {
  const present = new Set(statements.map(({ tag }) => kindOf(tag)));
  const codebook = currentCodebook(project);
  return codebook.types.flatMap(({ id: type, label, attributes }): Option[] => {
    const kinds = [...(attributes.find(({ id }) => id === 'kind')?.values ?? []), { id: '', label: words.notSet }];
    const occurring = type === 'quote' ? [] : kinds.filter(({ id }) => present.has(`${type}/${id}`));
    const ofType = statements.some(({ tag }) => tag.type === type);
    return ofType ? [[type, words.type(label)], ...occurring.map((kind): Option => [`${type}/${kind.id}`, `${label}: ${kind.label}`])] : [];
  });
}

function statusesOf(project: Project): Option[] {
  const values = attributeOf(currentCodebook(project), 'claim', 'status')?.values ?? [];
  return values.map(({ id, label }) => [id, label]);
}

function setsOf(project: Project, people: readonly Id[], statements: readonly Statement[]): Option[] {
  return [...new Set(statements.map(({ tag }) => tag.set))].map((set) => [set, nameOfSet(project, people, set)]);
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Day({ label, value, onChange }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function Choice({ label, value, options, onChange }: FieldProps & { readonly options: readonly Option[] }) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.any}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
