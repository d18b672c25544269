import { type FormEvent, useMemo } from 'react';
import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { AnnotationSet, Id } from '../../model/records.ts';
import { labelsOf } from '../../review/report/labels.ts';
import type { AgreementChoice, AgreementState } from '../../workspace/agreement/agreement-state.ts';
import panel from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './agreement.module.css';

/** How many tags each set has, by set; sets without any are left out. */
function useTagged(): ReadonlyMap<Id, number> {
  const counters = useWorkspaceState((state) => state.counters);
  return useMemo(() => {
    const tags = new Map<Id, number>();
    for (const [key, { byType }] of counters) {
      const set = key.slice(key.indexOf('/') + 1);
      const own = Object.values(byType).reduce((sum, count) => sum + count, 0);
      if (own > 0) tags.set(set, (tags.get(set) ?? 0) + own);
    }
    return tags;
  }, [counters]);
}

/** Which sets are compared, and on which articles. */
export function Choose({ choosing: { choice, problem } }: { readonly choosing: Extract<AgreementState, { kind: 'choosing' }> }) {
  const workspace = useWorkspace();
  const sets = useWorkspaceState(({ project }) => project.sets);
  const tagged = useTagged();
  const known = [...sets.values()].filter(({ id }) => tagged.has(id));
  if (known.length < 2) return <p>{words.noSets}</p>;
  const change = (to: Partial<AgreementChoice>) => workspace.perform('choose-agreement', { choice: to });
  // In the order of the project, whatever was ticked last.
  const withSet = (id: Id, on: boolean) => known.map((set) => set.id).filter((set) => (set === id ? on : choice.sets.includes(set)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    workspace.perform('measure-agreement');
  };
  return (
    <form className={styles.choose} onSubmit={submit}>
      <p className={panel.muted}>{words.intro}</p>
      <fieldset className={panel.plainFieldset}>
        <legend className="label">{words.sets}</legend>
        {known.map((set) => (
          <SetChoice
            key={set.id}
            set={set}
            tags={tagged.get(set.id) ?? 0}
            on={choice.sets.includes(set.id)}
            change={(on) => change({ sets: withSet(set.id, on) })}
          />
        ))}
      </fieldset>
      <Articles on={choice.on} change={(on) => change({ on })} />
      {problem === null ? null : <p role="alert">{words.problems[problem]}</p>}
      <p>
        <button type="submit" className="button primary">
          {words.measure}
        </button>
      </p>
    </form>
  );
}

interface SetChoiceProps {
  readonly set: AnnotationSet;
  readonly tags: number;
  readonly on: boolean;
  change(on: boolean): void;
}

function SetChoice({ set, tags, on, change }: SetChoiceProps) {
  const project = useWorkspaceState((state) => state.project);
  const people = useWorkspaceState((state) => state.people);
  const name = labelsOf(project, [set.id], people).name(set.id);
  return (
    <div>
      <label className={styles.option}>
        <input type="checkbox" checked={on} onChange={({ target }) => change(target.checked)} />
        <span>
          <bdi>{name}</bdi> <span className={panel.muted}>{`${words.setTags(tags)}, ${words.basis[set.basis]}`}</span>
        </span>
      </label>
      {on && set.basis === 'derived' ? <p className={styles.warning}>{words.derivedWarning}</p> : null}
    </div>
  );
}

function Articles({ on, change }: { readonly on: AgreementChoice['on']; change(on: AgreementChoice['on']): void }) {
  const reading = useWorkspaceState(({ session }) => session.article !== null);
  return (
    <fieldset className={panel.plainFieldset}>
      <legend className="label">{words.articles}</legend>
      {(['shared', 'any', 'open'] as const).map((which) => (
        <label key={which} className={styles.option}>
          <input
            type="radio"
            name="agreement-articles"
            disabled={which === 'open' && !reading}
            checked={on === which}
            onChange={() => change(which)}
          />
          <span>{words.articleChoices[which]}</span>
        </label>
      ))}
    </fieldset>
  );
}
