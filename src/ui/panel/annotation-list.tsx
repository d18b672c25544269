import { memo } from 'react';
import { panelMessages as words } from '../../messages/panel.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import type { Annotation } from '../../model/records.ts';
import { firstWords } from '../../model/views/first-words.ts';
import { annotationsInOrder, openIn, paragraphAt, startOf, wordsOf } from '../../model/views/tags.ts';
import { openTextIn } from '../../workspace/in-memory.ts';
import { isListed, listFilters } from '../../workspace/listed.ts';
import { openArticle } from '../../workspace/session.ts';
import { KeyCap, keyOf } from '../key-cap.tsx';
import { entryId } from '../reader/entry-id.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { WaitingLine } from '../versions/waiting-line.tsx';
import styles from './panel.module.css';
import { walk } from './walk.ts';

const shownLength = 48;

/** A tag in one line, as list and breadcrumb name it. */
export const shortWords = (annotation: Annotation): string => firstWords(wordsOf(annotation), shownLength);

/** All tags of the shown set in the open article, by type, by words, or only those where something is missing or unsure. */
export function AnnotationList() {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const article = useWorkspaceState(openArticle);
  const text = useWorkspaceState(openTextIn);
  const set = useWorkspaceState(({ session }) => session.set);
  const filter = useWorkspaceState(({ session }) => session.filter);
  const find = useWorkspaceState(({ session }) => session.find);
  const keys = useWorkspaceState((state) => state.keys);
  const selected = useWorkspaceState(({ session }) => session.selected);
  if (!article || text === null) return null;
  const all = annotationsInOrder(project, text, set);
  const listed = isListed(project, { filter, find });
  const labels = new Map(currentCodebook(project).types.map(({ id, label }) => [id, label]));
  // Tab goes to one entry, arrows to the others.
  const stop = all.find((annotation) => annotation.id === selected && listed(annotation)) ?? all.find(listed);
  return (
    <section className={styles.section}>
      <h2>{words.list}</h2>
      <WaitingLine />
      <Filters all={all} />
      <label className="field">
        <span>
          {words.find}
          <KeyCap action="filter-list" />
        </span>
        <input type="search" data-filter="" dir="auto" value={find} onChange={(event) => workspace.show({ find: event.target.value })} />
      </label>
      {stop === undefined ? (
        <p className={styles.muted}>
          {all.length === 0 ? words.nothing(keyOf('next-quotation', keys), keyOf('tag-quote', keys)) : words.nothingOfKind}
        </p>
      ) : null}
      <ul aria-label={words.list} className={styles.list} onKeyDown={walk}>
        {all.map((annotation) => (
          <Item
            key={annotation.id}
            annotation={annotation}
            label={labels.get(annotation.type) ?? annotation.type}
            paragraph={paragraphAt(article, annotation.text, startOf(annotation))}
            unfinished={openIn(project, annotation).length > 0}
            selected={annotation.id === selected}
            stop={annotation === stop}
            hidden={!listed(annotation)}
          />
        ))}
      </ul>
    </section>
  );
}

function Filters({ all }: { readonly all: readonly Annotation[] }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const filter = useWorkspaceState(({ session }) => session.filter);
  const types = currentCodebook(project).types;
  const label = (id: string) =>
    id === 'open' ? words.open : id === 'unsure' ? words.unsure : (types.find((type) => type.id === id)?.label ?? id);
  return (
    <div className={styles.filters} role="group" aria-label={words.filter}>
      <FilterButton label={words.all} count={all.length} pressed={filter.length === 0} onPress={() => workspace.show({ filter: [] })} />
      {listFilters(project).map(({ id, fits }) => (
        <FilterButton
          key={id}
          label={label(id)}
          count={all.filter(fits).length}
          pressed={filter.includes(id)}
          onPress={() => workspace.show({ filter: filter.includes(id) ? [] : [id] })}
        />
      ))}
    </div>
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

interface ItemProps {
  readonly annotation: Annotation;
  readonly label: string;
  readonly paragraph: number | null;
  readonly unfinished: boolean;
  readonly selected: boolean;
  readonly stop: boolean;
  readonly hidden: boolean;
}

/** One tag of the list. Marks in the text name their entries, so each is there, shown or not; it asks for nothing itself, so that of thousands only those are drawn again that have changed. */
const Item = memo(function Item({ annotation, label, paragraph, unfinished, selected, stop, hidden }: ItemProps) {
  const workspace = useWorkspace();
  const short = shortWords(annotation);
  return (
    <li hidden={hidden}>
      <button
        id={entryId(annotation.id)}
        type="button"
        tabIndex={stop ? 0 : -1}
        className={styles.item}
        data-type={annotation.type}
        aria-current={selected ? 'true' : undefined}
        aria-label={words.item(label, short, paragraph)}
        onClick={() => workspace.perform('select-annotation', { annotation: annotation.id })}
      >
        <span className="chip" aria-hidden="true">
          {label.charAt(0)}
        </span>
        <bdi>{short}</bdi>
        {annotation.flag === 'unsure' ? <span aria-hidden="true">?</span> : null}
        {unfinished ? <span aria-hidden="true">○</span> : null}
      </button>
    </li>
  );
});
