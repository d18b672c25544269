import { registerMessages as words } from '../../messages/register.ts';
import type { Entity } from '../../model/records.ts';
import { writable } from '../../workspace/session.ts';
import styles from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { EntryFields } from './entry-fields.tsx';
import { Merge } from './merge.tsx';
import own from './register.module.css';
import { Split } from './split.tsx';
import { Statements } from './statements.tsx';

/** One entry: what it says, who it is, and how to make one of two and two of one. */
export function Entry({ entity }: { readonly entity: Entity }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const canSign = useWorkspaceState(writable);
  const register = useWorkspaceState((state) => state.register);
  const found = register.found?.entity === entity.id ? register.found : null;
  const mentions = found?.mentions ?? [];
  return (
    <>
      <p>
        <button type="button" className="button small plain flush" onClick={() => workspace.perform('show-register')}>
          {words.back}
        </button>
      </p>
      <h2>
        <bdi>{entity.name}</bdi>
      </h2>
      <Statements entity={entity} statements={found?.statements ?? []} whole={found?.whole ?? false} />
      <details className={own.folded}>
        <summary>{words.fields}</summary>
        <fieldset className={own.form} disabled={!canWrite}>
          <EntryFields entity={entity} />
          <p className={own.row}>
            <button
              type="button"
              className="button small"
              disabled={!found?.whole || mentions.length > 0}
              onClick={() => workspace.perform('delete-entry', { entity: entity.id })}
            >
              {words.delete}
            </button>
          </p>
          {mentions.length > 0 ? <p className={styles.muted}>{words.deleteHelp}</p> : null}
        </fieldset>
      </details>
      <details className={own.folded}>
        <summary>{words.mentionsCount(mentions.length)}</summary>
        <Split entity={entity} mentions={mentions} canSign={canSign} />
      </details>
      <details className={own.folded}>
        <summary>{words.merge}</summary>
        <fieldset className={own.form} disabled={!canSign}>
          <Merge entity={entity} />
        </fieldset>
      </details>
    </>
  );
}
