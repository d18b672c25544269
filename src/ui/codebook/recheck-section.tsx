import { useEffect } from 'react';
import { codebookMessages as words } from '../../messages/codebook.ts';
import type { RecheckGroup, RecheckItem } from '../../model/views/recheck.ts';
import { writable } from '../../workspace/session.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './codebook.module.css';

// What can be looked through at once; the buttons of the group mean all.
const shown = 40;

/** The tags that changes since their version may affect, by change: go there, keep them, or bring them along. */
export function RecheckSection() {
  const workspace = useWorkspace();
  const versions = useWorkspaceState(({ project }) => project.codebooks.size);
  const settled = useWorkspaceState(({ saving }) => saving.kind === 'saved');
  const groups = useWorkspaceState(({ codebook }) => codebook.recheck);
  useEffect(() => {
    // Once something is stored, also by an undo, the list may be another.
    if (settled && versions > 1) workspace.perform('look-for-rechecks');
  }, [workspace, settled, versions]);
  if (versions < 2 || groups === null) return null;
  return (
    <section className={styles.section} aria-label={words.recheck}>
      <h3>{words.recheck}</h3>
      <p className={styles.muted}>{groups.length > 0 ? words.recheckHelp : words.recheckNone}</p>
      {groups.map((group) => (
        <Group key={`${group.change.what} ${group.change.path.join('/')} ${group.change.kind}`} group={group} />
      ))}
    </section>
  );
}

function Group({ group: { change, items } }: { readonly group: RecheckGroup }) {
  const workspace = useWorkspace();
  const canWrite = useWorkspaceState(writable);
  const ids = items.map(({ annotation }) => annotation);
  const legal = items.filter((item) => item.legal).map(({ annotation }) => annotation);
  return (
    <details open>
      <summary>{words.recheckGroup(change, items.length)}</summary>
      <fieldset disabled={!canWrite} className={styles.plainFieldset}>
        <legend className="visually-hidden">{words.change(change)}</legend>
        {ids.length > 1 ? (
          <p className={styles.row}>
            <button type="button" className="button small" onClick={() => workspace.perform('keep-under', { annotations: ids })}>
              {words.keepAll(ids.length)}
            </button>
            {legal.length > 0 ? (
              <button type="button" className="button small" onClick={() => workspace.perform('bring-to', { annotations: legal })}>
                {words.bringAll(legal.length)}
              </button>
            ) : null}
          </p>
        ) : null}
        <ul className={own.list} aria-label={words.change(change)}>
          {items.slice(0, shown).map((item) => (
            <Item key={item.annotation} item={item} />
          ))}
        </ul>
      </fieldset>
      {items.length > shown ? <p className={styles.muted}>{words.more(items.length - shown)}</p> : null}
    </details>
  );
}

function Item({ item: { annotation, article, words: text, legal } }: { readonly item: RecheckItem }) {
  const workspace = useWorkspace();
  return (
    <li className={own.item}>
      <button
        type="button"
        className="button plain small flush"
        onClick={() => workspace.perform('go-to-finding', { article, annotation })}
      >
        <bdi>{text}</bdi>
      </button>
      <span className={styles.row}>
        <button type="button" className="button small" onClick={() => workspace.perform('keep-under', { annotations: [annotation] })}>
          {words.keep}
        </button>
        {legal ? (
          <button type="button" className="button small" onClick={() => workspace.perform('bring-to', { annotations: [annotation] })}>
            {words.bring}
          </button>
        ) : (
          <span className={styles.muted}>{words.notLegal}</span>
        )}
      </span>
    </li>
  );
}
