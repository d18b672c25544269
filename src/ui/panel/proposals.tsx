import { useState } from 'react';
import { checkMessages as words } from '../../messages/checks.ts';
import { type Proposals as Group, proposalsIn } from '../../model/views/proposals.ts';
import { openTextIn } from '../../workspace/in-memory.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { shortWords } from './annotation-list.tsx';
import styles from './checks.module.css';

/** Everything that is only proposed, grouped by value, to be confirmed at once; what is unticked is left out. */
export function Proposals() {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const text = useWorkspaceState(openTextIn);
  const set = useWorkspaceState(({ session }) => session.set);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const groups = text === null ? [] : proposalsIn(project, text, set);
  const count = groups.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const toggle = (id: string) =>
    setLeft((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])));
  return (
    <form
      className={styles.proposals}
      aria-label={words.confirmTitle}
      onSubmit={(event) => {
        event.preventDefault();
        workspace.perform('finish', { leave: [...left] });
      }}
    >
      <h3>{words.confirmTitle}</h3>
      <p className={styles.muted}>{words.confirmHelp}</p>
      {groups.map((group) => (
        <ProposalGroup key={`${group.type} ${group.attribute} ${group.value}`} group={group} left={left} onToggle={toggle} />
      ))}
      <p className={styles.ways}>
        {/* "d" asks for it, so that Enter behind it is enough where all is right. */}
        <button type="submit" className="button primary" ref={takeFocus}>
          {words.confirmDone(count - left.size)}
        </button>
        <button type="button" className="button plain" onClick={() => workspace.perform('stop-asking')}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

// One function for every render, so that ticking does not take the focus away again.
const takeFocus = (button: HTMLElement | null): void => button?.focus();

interface GroupProps {
  readonly group: Group;
  readonly left: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function ProposalGroup({ group: { type, attribute, label, value, annotations }, left, onToggle }: GroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{words.proposals(label, value, words.tags(type, annotations.length))}</legend>
      {annotations.map((annotation) => {
        const id = `${annotation.id} ${attribute}`;
        return (
          <label key={id} className={styles.pick}>
            <input type="checkbox" checked={!left.has(id)} onChange={() => onToggle(id)} />
            <bdi>{shortWords(annotation)}</bdi>
          </label>
        );
      })}
    </fieldset>
  );
}
