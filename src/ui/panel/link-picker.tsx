import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { panelMessages as words } from '../../messages/panel.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Id } from '../../model/records.ts';
import { relationsFrom } from '../../model/views/tags.ts';
import { type Choice, choicesFor } from '../../workspace/choices.ts';
import { focusCursor } from '../../workspace/focus.ts';
import { shownParagraph } from '../../workspace/session.ts';
import { keyOf } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { shortWords } from './annotation-list.tsx';
import styles from './panel.module.css';

/** What an annotation can be linked to, the nearest first: typing filters, arrows choose, Enter links, Escape leaves; a click on a mark in the text links too. */
export function LinkPicker({ from, relation }: { readonly from: Id; readonly relation: string }) {
  const workspace = useWorkspace();
  const state = useWorkspaceState((all) => all);
  const sourceKey = useWorkspaceState(({ keys }) => keyOf('tag-source', keys));
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => {
    field.current?.focus();
    return focusCursor;
  }, []);
  const annotation = state.project.annotations.get(from);
  const codebook = annotation && codebookOf(state.project, annotation.codebook);
  const definition = codebook?.relations.find(({ id }) => id === relation);
  if (!annotation || !codebook || !definition) return null;
  const choices = choicesFor(state, annotation, definition).filter((choice) => matches(choice, filter));
  const chosen = choices[Math.min(at, choices.length - 1)];
  const noTarget = (types: readonly string[]) =>
    types.includes('source') ? `${words.noTarget} ${words.tagSource(sourceKey)}` : words.noTarget;
  const take = (choice: Choice | undefined) => choice && workspace.perform(choice.action, choice.parameters);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') take(chosen);
    else if (event.key === 'Escape') workspace.perform('step-out');
    else if (step !== 0) setAt(Math.max(0, Math.min(choices.length - 1, at + step)));
    else return;
    event.preventDefault();
  };
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
      <input
        ref={field}
        className={styles.filter}
        role="combobox"
        aria-label={words.findTarget(definition.to)}
        aria-expanded={choices.length > 0}
        aria-controls={choices.length > 0 ? list : undefined}
        aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
        placeholder={words.findTarget(definition.to)}
        dir="auto"
        value={filter}
        onChange={(event) => {
          setFilter(event.target.value);
          setAt(0);
        }}
        onKeyDown={walk}
      />
      {choices.length > 0 ? (
        <div id={list} role="listbox" className={styles.list} aria-label={definition.label}>
          {choices.map((choice) => (
            <ChoiceView
              key={choice.id}
              id={`${list}-${choice.id}`}
              choice={choice}
              chosen={choice === chosen}
              onTake={() => take(choice)}
            />
          ))}
        </div>
      ) : (
        <p className={styles.muted}>{filter === '' ? noTarget(definition.to) : words.noMatch}</p>
      )}
    </section>
  );
}

const matches = ({ words: text }: Choice, filter: string): boolean => text.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase());

interface Props {
  readonly id: string;
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly onTake: () => void;
}

function ChoiceView({ id, choice, chosen, onTake }: Props) {
  const paragraph = useWorkspaceState((state) => (choice.at === null ? null : shownParagraph(state, choice.at)));
  const notes = [...(choice.tagged ? [] : [words.notTagged]), ...(paragraph === null ? [] : [words.paragraph(paragraph)])];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys for the list
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles.item}
      data-type="source"
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={onTake}
    >
      <bdi>{choice.words}</bdi>
      <span className={styles.muted}>{notes.join(', ')}</span>
    </div>
  );
}
