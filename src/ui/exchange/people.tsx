import { actionLabel } from '../../messages/actions.ts';
import { peopleMessages as words } from '../../messages/people.ts';
import type { AnnotationSet } from '../../model/records.ts';
import styles from '../panel/panel.module.css';
import { useNameOfSet } from '../use-name-of.ts';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Who works on this machine, and whose sets can be read. */
export default function People() {
  const workspace = useWorkspace();
  const sets = useWorkspaceState(({ project }) => project.sets);
  const people = useWorkspaceState((state) => state.people);
  const canWrite = useCanWrite();
  const mine = [...sets.values()].filter(({ author }) => people.includes(author));
  const others = [...sets.values()].filter(({ author }) => !people.includes(author));
  return (
    <section className={styles.section}>
      <h2>{words.people}</h2>
      <h3 className="label">{words.mine}</h3>
      {mine.map((set) => (
        <SetEntry key={set.id} set={set} own />
      ))}
      <p>
        <button type="button" className="button" disabled={!canWrite} onClick={() => workspace.perform('add-person')}>
          {words.another}
        </button>
      </p>
      {others.length > 0 ? <h3 className="label">{words.others}</h3> : null}
      {others.map((set) => (
        <SetEntry key={set.id} set={set} own={false} />
      ))}
      {sets.size > 1 ? (
        <p>
          <button type="button" className="button" onClick={() => workspace.perform('show-agreement')}>
            {actionLabel('show-agreement')}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function SetEntry({ set, own }: { readonly set: AnnotationSet; readonly own: boolean }) {
  const workspace = useWorkspace();
  const author = useWorkspaceState(({ project }) => project.authors.get(set.author));
  const shown = useWorkspaceState(({ session }) => session.set === set.id);
  const counters = useWorkspaceState((state) => state.counters);
  const canWrite = useCanWrite();
  const tags = [...counters]
    .filter(([key]) => key.endsWith(`/${set.id}`))
    .reduce((sum, [, { byType }]) => sum + Object.values(byType).reduce((a, b) => a + b, 0), 0);
  const name = useNameOfSet(set.id);
  return (
    <div className={styles.row}>
      <button
        type="button"
        className="button"
        aria-pressed={shown}
        aria-label={words.show(name)}
        onClick={() => workspace.perform('switch-set', { set: set.id })}
      >
        <bdi>{name}</bdi> {words.setCounts(tags)}
      </button>
      {own && set.gold ? null : own ? (
        <label className="field">
          <span className="visually-hidden">{words.name}</span>
          <input
            key={author?.name}
            dir="auto"
            disabled={!canWrite}
            placeholder={words.name}
            defaultValue={author?.name}
            onBlur={(event) => workspace.perform('rename-person', { author: set.author, name: event.target.value })}
          />
        </label>
      ) : (
        <>
          <button
            type="button"
            className="button small"
            disabled={!canWrite}
            onClick={() => workspace.perform('start-review', { set: set.id })}
          >
            {words.review(name)}
          </button>
          <button
            type="button"
            className="button small plain"
            disabled={!canWrite}
            onClick={() => workspace.perform('adopt-person', { author: set.author })}
          >
            {words.thisIsMe}
          </button>
        </>
      )}
    </div>
  );
}
