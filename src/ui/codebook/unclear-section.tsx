import { useEffect } from 'react';
import { codebookMessages as words } from '../../messages/codebook.ts';
import type { UnclearAt } from '../../workspace/codebook/codebook-state.ts';
import styles from '../panel/panel.module.css';
import { useExposes } from '../use-exposes.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './codebook.module.css';

/** The rules that reviewers called unclear: what for, where, by whom and when. Nothing where there are none. */
export function UnclearSection() {
  const workspace = useWorkspace();
  const settled = useWorkspaceState(({ saving }) => saving.kind === 'saved');
  const unclear = useWorkspaceState(({ codebook }) => codebook.unclear);
  const articles = useWorkspaceState(({ project }) => project.articles);
  const exposes = useExposes();
  useEffect(() => {
    if (settled) workspace.perform('look-for-unclear');
  }, [workspace, settled]);
  const shown = unclear.filter(({ article, set }) => {
    const known = articles.get(article);
    return known !== undefined && !exposes(set, known);
  });
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-label={words.unclear}>
      <h3>{words.unclear}</h3>
      <p className={styles.muted}>{words.unclearHelp}</p>
      <ul className={own.list} aria-label={words.unclear}>
        {shown.map((rule) => (
          <Rule key={rule.verdict} rule={rule} />
        ))}
      </ul>
    </section>
  );
}

function Rule({ rule: { article, annotation, stretch, words: text, about, comment, author, created } }: { readonly rule: UnclearAt }) {
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ project }) => project.authors.get(author)?.name) || words.somebody;
  const day = new Date(created).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return (
    <li className={own.item}>
      <button
        type="button"
        className="button plain small flush"
        onClick={() => workspace.perform('go-to-finding', { article, annotation, stretch })}
      >
        <bdi>{text}</bdi>
      </button>
      <span className={styles.muted}>
        {`${about.join(', ')} · `}
        <bdi>{name}</bdi>
        {`, ${day}`}
      </span>
      {comment === '' ? null : <bdi>{comment}</bdi>}
    </li>
  );
}
