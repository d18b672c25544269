import { adjudicationMessages as words } from '../../messages/adjudication.ts';
import type { Edition, Id } from '../../model/records.ts';
import { nameOf } from '../../model/views/name-of.ts';
import type { ShownAdjudication } from '../../workspace/adjudication/adjudication-state.ts';
import { KeyCap } from '../key-cap.tsx';
import panel from '../panel/panel.module.css';
import { timeOf } from '../time-of.ts';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Which version of the text this is, what was finished before, and what can be done with all of it. */
export function EditionView({ adjudication: { edition, gold, text, intact } }: { readonly adjudication: ShownAdjudication }) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  const finished = edition.finished !== undefined;
  const earlier = gold.gold?.editions.filter((one) => one.text === text && one.version !== edition.version) ?? [];
  return (
    <section className={panel.section}>
      <h2>{words.version(edition.version)}</h2>
      <FinishedEdition edition={edition} />
      {finished ? <p className={intact ? panel.muted : ''}>{intact ? words.intact : words.touched}</p> : null}
      <p className={panel.row}>
        <button
          type="button"
          className="button"
          disabled={!canWrite}
          onClick={() => workspace.perform(finished ? 'correct-gold' : 'finish-gold')}
        >
          {finished ? words.correct : words.finish}
          {finished ? null : <KeyCap action="finish-gold" />}
        </button>
        <button type="button" className="button" onClick={() => workspace.perform('send-gold')}>
          {words.send}
        </button>
        <button type="button" className="button plain" onClick={() => workspace.perform('leave-review')}>
          {words.leave}
        </button>
      </p>
      {earlier.length > 0 ? (
        <details>
          <summary className={panel.muted}>{words.earlier}</summary>
          {earlier.map((one) => (
            <div key={one.version}>
              <h3>{words.version(one.version)}</h3>
              <FinishedEdition edition={one} />
            </div>
          ))}
        </details>
      ) : null}
    </section>
  );
}

function FinishedEdition({ edition: { finished } }: { readonly edition: Edition }) {
  const names = useNames(finished?.contributors ?? []);
  if (!finished) return null;
  return (
    <p className={panel.muted}>
      <bdi>{words.finished(timeOf(finished.at), names)}</bdi> <span className={panel.hash}>{words.hash(finished.hash)}</span>
    </p>
  );
}

const useNames = (authors: readonly Id[]): string =>
  useWorkspaceState(({ project, people }) => authors.map((id) => nameOf(project, people, id)).join(', '));
