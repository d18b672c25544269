import { useMemo } from 'react';
import { registerMessages as words } from '../../messages/register.ts';
import type { Annotation, Entity } from '../../model/records.ts';
import { homesOf } from '../../model/views/statements.ts';
import type { Found } from '../../workspace/register/register-state.ts';
import { writable } from '../../workspace/session.ts';
import styles from '../panel/panel.module.css';
import { useExposes } from '../use-exposes.ts';
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
  const { mentions, statements, hidden } = useSeen(found);
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
      <Statements entity={entity} statements={statements} whole={found?.whole ?? false} hidden={hidden} />
      <details className={own.folded}>
        <summary>{words.fields}</summary>
        <fieldset className={own.form} disabled={!canWrite}>
          <EntryFields entity={entity} />
          <p className={own.row}>
            <button
              type="button"
              className="button small"
              disabled={!found?.whole || found.mentions.length > 0}
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

/** What was found of an entry without the sets that would make one’s own derived, and how many statements these hide. */
function useSeen(found: Found | null): Pick<Found, 'mentions' | 'statements'> & { readonly hidden: number } {
  const articles = useWorkspaceState(({ project }) => project.articles);
  const exposes = useExposes();
  return useMemo(() => {
    const homes = homesOf(articles);
    const isSeen = ({ text, set }: Annotation) => {
      const article = homes.get(text);
      return article === undefined || !exposes(set, article);
    };
    const { mentions = [], statements = [] } = found ?? {};
    const seen = statements.filter(({ tag }) => isSeen(tag));
    return { mentions: mentions.filter(isSeen), statements: seen, hidden: statements.length - seen.length };
  }, [found, articles, exposes]);
}
