import { useEffect, useRef } from 'react';
import { panelMessages as words } from '../../messages/panel.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Id } from '../../model/records.ts';
import { paragraphAt, relationsFrom, targetsNear } from '../../model/views/tags.ts';
import { focusCursor } from '../../workspace/focus.ts';
import { openArticle } from '../../workspace/session.ts';
import { keyOf } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { shortWords } from './annotation-list.tsx';
import styles from './panel.module.css';
import { walk } from './walk.ts';

/** What an annotation can be linked to, the nearest first: arrows choose, Enter links, Escape leaves; a click on a mark in the text links too. */
export function LinkPicker({ from, relation }: { readonly from: Id; readonly relation: string }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const article = useWorkspaceState(openArticle);
  const sourceKey = useWorkspaceState(({ keys }) => keyOf('tag-source', keys));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
    return focusCursor;
  }, [relation]);
  const annotation = project.annotations.get(from);
  const codebook = annotation && codebookOf(project, annotation.codebook);
  const definition = codebook?.relations.find(({ id }) => id === relation);
  if (!annotation || !codebook || !definition || !article) return null;
  const targets = targetsNear(project, annotation, definition);
  return (
    <section className={styles.card} data-type={annotation.type}>
      <h2>{words.linkHead(`“${shortWords(annotation)}”`)}</h2>
      <label className="field">
        <span>{words.linkType}</span>
        <select value={relation} onChange={(event) => workspace.perform('start-linking', { relation: event.target.value })}>
          {relationsFrom(codebook.relations, annotation.type).map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {targets.length === 0 ? <p className={styles.muted}>{words.noTarget(sourceKey)}</p> : null}
      <ul ref={list} className={styles.list} aria-label={definition.label} onKeyDown={walk}>
        {targets.map((target) => (
          <li key={target.id}>
            <button
              type="button"
              className={styles.item}
              data-type={target.type}
              onClick={() => workspace.perform('link', { from, to: target.id, relation })}
            >
              <span className="chip" aria-hidden="true">
                {target.type.charAt(0).toUpperCase()}
              </span>
              <bdi>{shortWords(target)}</bdi>
              <span className={styles.muted}>{paragraphAt(article, target.segments[0].start) ?? ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
