import { useMemo, useState } from 'react';
import { actionLabel } from '../../messages/actions.ts';
import { reviewMessages as words } from '../../messages/review.ts';
import type { AnnotationSet, TextHash } from '../../model/records.ts';
import { initialsOf } from '../../model/views/initials.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import { openArticle } from '../../workspace/session.ts';
import { BeginAdjudication } from '../adjudication/begin.tsx';
import { useExposes } from '../use-exposes.ts';
import { useNameOfSet } from '../use-name-of.ts';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './layers.module.css';

/** Everybody's sets on the open article: each can be drawn over the shown one, or reviewed. */
export default function Layers({ text }: { readonly text: TextHash }) {
  const project = useWorkspaceState((state) => state.project);
  const shown = useWorkspaceState(({ session }) => session.set);
  const others = useMemo(
    () => [...project.sets.values()].filter(({ id }) => id !== shown && annotationsInOrder(project, text, id).length > 0),
    [project, shown, text],
  );
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.place}>
      <details className={styles.layers} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="button small">{words.layers}</summary>
        {open ? <Menu text={text} others={others} close={() => setOpen(false)} /> : null}
      </details>
    </div>
  );
}

interface MenuProps {
  readonly text: TextHash;
  readonly others: readonly AnnotationSet[];
  /** What was chosen is to be seen, and the menu covers the text. */
  close(): void;
}

function Menu({ text, others, close }: MenuProps) {
  const project = useWorkspaceState((state) => state.project);
  const article = useWorkspaceState(openArticle);
  const exposes = useExposes();
  const initials = initialsOf(
    project,
    others.map(({ id }) => id),
  );
  return (
    <>
      <fieldset>
        <legend className={styles.help}>{words.layersHelp}</legend>
        {others.map((set) => (
          <Layer
            key={set.id}
            set={set}
            initials={initials.get(set.id) ?? ''}
            tags={article && exposes(set.id, article) ? null : annotationsInOrder(project, text, set.id).length}
            close={close}
          />
        ))}
      </fieldset>
      <BeginAdjudication text={text} close={close} menu={styles.gold} />
      <div className={styles.ways}>
        <WhatWasSaid text={text} close={close} />
        <AgreementButton close={close} />
      </div>
    </>
  );
}

interface LayerProps {
  readonly set: AnnotationSet;
  readonly initials: string;
  /** `null` where not even their number is to be seen. */
  readonly tags: number | null;
  close(): void;
}

function Layer({ set, initials, tags, close }: LayerProps) {
  const workspace = useWorkspace();
  const on = useWorkspaceState(({ session }) => session.layers.has(set.id));
  const name = useNameOfSet(set.id);
  const own = useWorkspaceState(({ session, people }) => session.own === set.id || (set.gold !== undefined && people.includes(set.author)));
  const canWrite = useCanWrite();
  return (
    <p className={styles.layer}>
      <label>
        <input type="checkbox" checked={on} onChange={() => workspace.perform('toggle-layer', { set: set.id })} />{' '}
        <span className={styles.initials} aria-hidden="true">
          {initials}
        </span>{' '}
        <bdi>{words.layer(name, tags)}</bdi>
      </label>
      {own ? null : (
        <button
          type="button"
          className="button small"
          disabled={!canWrite}
          aria-label={words.title(name)}
          onClick={() => {
            close();
            workspace.perform('start-review', { set: set.id });
          }}
        >
          {words.review}
        </button>
      )}
    </p>
  );
}

/** The way to what others said of one's own tags here; nothing where nobody did. */
function WhatWasSaid({ text, close }: { readonly text: TextHash; close(): void }) {
  const workspace = useWorkspace();
  const set = useWorkspaceState(({ session }) => session.own);
  const said = useWorkspaceState(({ project }) => [...project.reviews.values()].some((one) => one.set === set && one.text === text));
  const open = useWorkspaceState(({ session }) => session.review?.set === set);
  if (!said || open) return null;
  return (
    <button
      type="button"
      className="button small"
      onClick={() => {
        close();
        workspace.perform('start-review', { set });
      }}
    >
      {words.readReview}
    </button>
  );
}

/** The way to how far all these sets agree. */
function AgreementButton({ close }: { close(): void }) {
  const workspace = useWorkspace();
  return (
    <button
      type="button"
      className="button small"
      onClick={() => {
        close();
        workspace.perform('show-agreement');
      }}
    >
      {actionLabel('show-agreement')}
    </button>
  );
}
