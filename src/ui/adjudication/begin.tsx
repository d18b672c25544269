import { useState } from 'react';
import { adjudicationMessages as words } from '../../messages/adjudication.ts';
import type { AnnotationSet, Id, TextHash } from '../../model/records.ts';
import { initialsOf } from '../../model/views/initials.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import { useNameOf } from '../use-name-of.ts';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** The way into an adjudication: of sets that are chosen, or of a gold set that was begun. `menu`: the class of what is listed. */
export function BeginAdjudication({ text, close, menu }: { readonly text: TextHash; readonly menu: string | undefined; close(): void }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const canWrite = useCanWrite();
  const own = useWorkspaceState(({ session }) => session.own);
  const sets = [...project.sets.values()].filter(({ id, gold }) => !gold && annotationsInOrder(project, text, id).length > 0);
  const begun = [...project.sets.values()].filter(({ gold, author }) => gold && author === project.sets.get(own)?.author);
  const [without, setWithout] = useState<ReadonlySet<Id>>(new Set());
  const chosen = sets.filter(({ id }) => !without.has(id)).map(({ id }) => id);
  if (sets.length < 2 && begun.length === 0) return null;
  const go = (parameters: Readonly<Record<string, unknown>>) => {
    close();
    workspace.perform('adjudicate', parameters);
  };
  return (
    <fieldset className={menu}>
      <legend>{words.begin}</legend>
      {begun.map((set) => (
        <button key={set.id} type="button" className="button small" disabled={!canWrite} onClick={() => go({ gold: set.id })}>
          {words.goOn([...initialsOf(project, set.derivedFrom ?? []).values()])}
        </button>
      ))}
      {sets.length < 2 ? null : (
        <>
          <span>{words.beginHelp}</span>
          {sets.map((set) => (
            <Source
              key={set.id}
              set={set}
              tags={annotationsInOrder(project, text, set.id).length}
              chosen={!without.has(set.id)}
              toggle={() => setWithout(new Set(without.has(set.id) ? [...without].filter((id) => id !== set.id) : [...without, set.id]))}
            />
          ))}
          <button type="button" className="button small" disabled={!canWrite || chosen.length < 2} onClick={() => go({ sets: chosen })}>
            {words.adjudicate}
          </button>
        </>
      )}
    </fieldset>
  );
}

interface SourceProps {
  readonly set: AnnotationSet;
  readonly tags: number;
  readonly chosen: boolean;
  toggle(): void;
}

function Source({ set: { author, basis }, tags, chosen, toggle }: SourceProps) {
  const name = useNameOf(author);
  return (
    <label>
      <input type="checkbox" checked={chosen} onChange={toggle} /> <bdi>{words.from(name, tags, basis === 'derived')}</bdi>
    </label>
  );
}
