import { useEffect, useState } from 'react';
import { fieldName } from '../../messages/conflict.ts';
import { historyMessages as words } from '../../messages/history.ts';
import { actionName } from '../../messages/workspace.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import { differingFields } from '../../model/merge.ts';
import type { Change } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Relation } from '../../model/records.ts';
import type { HistoryStep } from '../../model/views/history-of.ts';
import { fieldValue } from '../../model/views/my-values.ts';
import { wordsOf } from '../../model/views/tags.ts';
import { timeOf } from '../time-of.ts';
import { useNameOf } from '../use-name-of.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './panel.module.css';

/** What was done to a tag: who, when, what, from what to what and why. Read from the journal once it is unfolded. */
export default function History({ annotation }: { readonly annotation: Annotation }) {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.title}</summary>
      {open ? <Steps annotation={annotation} /> : null}
    </details>
  );
}

function Steps({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const history = useWorkspaceState(({ storage }) => storage.history);
  const links = useWorkspaceState(({ project }) => project.relations);
  useEffect(() => {
    // The tag or a link at it was changed: so was its history.
    if (annotation && links) workspace.perform('look-at-history', { annotation: annotation.id });
  }, [workspace, annotation, links]);
  if (history?.annotation !== annotation.id) return <p className={styles.muted}>{words.looking}</p>;
  return (
    <ol className={styles.list} aria-label={words.title}>
      {history.steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { readonly step: HistoryStep }) {
  const { action, parameters, author, at, cause, undoes } = step;
  const project = useWorkspaceState((state) => state.project);
  const name = useNameOf(author);
  const done = actionName(action, parameters);
  const why = cause.kind === 'import' ? words.imported(cause.checksum) : cause.kind === 'suggestion' ? words.offered : '';
  return (
    <li>
      <p className={styles.muted}>
        <bdi>{name}</bdi>
        {`, ${timeOf(at)} · ${[undoes === undefined ? done : words.undone(done), why].filter(Boolean).join(' · ')}`}
      </p>
      {step.changes
        .flatMap((change) => inWords(project, change))
        .map((line) => (
          <p key={line}>
            <bdi>{line}</bdi>
          </p>
        ))}
    </li>
  );
}

function inWords(project: Project, change: Change): string[] {
  if (change.table === 'relations') return linkInWords(project, change.before, change.after);
  if (change.table !== 'annotations') return [];
  const { before, after } = change;
  if (!before) return after ? [words.made(wordsOf(after))] : [];
  if (!after) return [words.deleted];
  return differingFields(before, after).map((field) => {
    const [from, to] = [before, after].map((record) => fieldValue(project, record, field));
    const shown = (value: string | null | undefined, record: Annotation) => value ?? (field in record ? words.other : words.empty);
    return words.changed(to?.label ?? fieldName(field), shown(from?.value, before), shown(to?.value, after));
  });
}

function linkInWords(project: Project, before: Relation | null, after: Relation | null): string[] {
  const link = after ?? before;
  if (!link) return [];
  const from = project.annotations.get(link.from);
  const type = (from && codebookOf(project, from.codebook).relations.find(({ id }) => id === link.type)?.label) ?? link.type;
  const to = project.annotations.get(link.to);
  const end = to ? wordsOf(to) : words.gone;
  return [before && after ? words.moved(type) : after ? words.link(type, end) : words.unlinked(type, end)];
}
