import { panelMessages as words } from '../../messages/panel.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import type { Annotation, Article } from '../../model/records.ts';
import { annotationsInOrder, openIn, paragraphAt, wordsOf } from '../../model/views/tags.ts';
import { newestText, openArticle } from '../../workspace/session.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './panel.module.css';

const firstWords = 48;

/** A tag in one line, as list and breadcrumb name it. */
export function shortWords(annotation: Annotation): string {
  const all = wordsOf(annotation).replaceAll(/\s+/gu, ' ');
  return all.length <= firstWords ? all : `${all.slice(0, firstWords).replace(/\s\S*$/u, '')}…`;
}

/** All tags of the shown set in the open article, by type or only those where something is missing. */
export function AnnotationList() {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const article = useWorkspaceState(openArticle);
  const set = useWorkspaceState(({ session }) => session.set);
  const filter = useWorkspaceState(({ session }) => session.filter);
  if (!article) return null;
  const all = annotationsInOrder(project, newestText(article), set);
  const open = (annotation: Annotation) => openIn(project, annotation).length > 0;
  const fits = (annotation: Annotation, id: string) => (id === 'open' ? open(annotation) : annotation.type === id);
  const shown = filter.length === 0 ? all : all.filter((annotation) => filter.some((id) => fits(annotation, id)));
  const filters = [...currentCodebook(project).types.map(({ id, label }) => ({ id, label })), { id: 'open', label: words.open }];
  return (
    <section className={styles.section}>
      <h2>{words.list}</h2>
      <div className={styles.filters} role="group" aria-label={words.filter}>
        <FilterButton label={words.all} count={all.length} pressed={filter.length === 0} onPress={() => workspace.show({ filter: [] })} />
        {filters.map(({ id, label }) => (
          <FilterButton
            key={id}
            label={label}
            count={all.filter((annotation) => fits(annotation, id)).length}
            pressed={filter.includes(id)}
            onPress={() => workspace.show({ filter: filter.includes(id) ? [] : [id] })}
          />
        ))}
      </div>
      {shown.length === 0 ? <p className={styles.muted}>{all.length === 0 ? words.nothing : words.nothingOfKind}</p> : null}
      <ul aria-label={words.list} className={styles.list}>
        {shown.map((annotation) => (
          <Item key={annotation.id} annotation={annotation} article={article} unfinished={open(annotation)} />
        ))}
      </ul>
    </section>
  );
}

function FilterButton({
  label,
  count,
  pressed,
  onPress,
}: {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="button small plain" aria-pressed={pressed} onClick={onPress}>
      {label} {count}
    </button>
  );
}

function Item({
  annotation,
  article,
  unfinished,
}: {
  readonly annotation: Annotation;
  readonly article: Article;
  readonly unfinished: boolean;
}) {
  const workspace = useWorkspace();
  const selected = useWorkspaceState(({ session }) => session.selected === annotation.id);
  const label = useWorkspaceState(
    ({ project }) => currentCodebook(project).types.find(({ id }) => id === annotation.type)?.label ?? annotation.type,
  );
  const short = shortWords(annotation);
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        data-type={annotation.type}
        aria-current={selected ? 'true' : undefined}
        aria-label={words.item(label, short, paragraphAt(article, annotation.segments[0].start))}
        onClick={() => workspace.perform('select-annotation', { annotation: annotation.id })}
      >
        <span className="chip" aria-hidden="true">
          {label.charAt(0)}
        </span>
        <bdi>{short}</bdi>
        {unfinished ? <span aria-hidden="true">○</span> : null}
      </button>
    </li>
  );
}
