import { storageMessages as words } from '../../messages/storage-panel.ts';
import type { Ending } from '../../workspace/storage/storage-state.ts';
import { useWorkspace } from '../use-workspace.ts';
import own from './storage.module.css';

/** The page at the end of a project: what is gone, what is left, what Attest cannot reach, and one way on. */
export function Ended({ ending }: { readonly ending: Ending }) {
  if (ending.kind === 'erasing' || ending.kind === 'opening') {
    return (
      <main className={own.ended}>
        <p role="status">{ending.kind === 'erasing' ? words.erasing : words.opening}</p>
      </main>
    );
  }
  return (
    <main className={own.ended}>
      {ending.kind === 'elsewhere' ? (
        <>
          <h1>{words.endedElsewhere}</h1>
          <p>{words.endedElsewhereHelp}</p>
          <StartAnew />
        </>
      ) : (
        <Erased ending={ending} />
      )}
    </main>
  );
}

function Erased({ ending: { erasure } }: { readonly ending: Extract<Ending, { kind: 'erased' }> }) {
  const workspace = useWorkspace();
  const { erased, left } = erasure;
  return (
    <>
      <div role="status">
        <h1>{left.length === 0 ? words.erased : words.notErased}</h1>
      </div>
      <Parts title={words.gone} parts={erased.map((part) => words.part(part))} />
      {left.length > 0 ? (
        <div role="alert" className={own.left}>
          <Parts title={words.left} parts={left.map(({ part, reason }) => `${words.part(part)} (${reason})`)} />
          <p>{words.leftHelp}</p>
          <button type="button" className="button primary" onClick={() => workspace.perform('erase-project')}>
            {words.tryAgain}
          </button>
        </div>
      ) : null}
      <Parts title={words.outOfReach} parts={words.outOfReachList} />
      {left.length === 0 ? <StartAnew /> : null}
    </>
  );
}

function Parts({ title, parts }: { readonly title: string; readonly parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </section>
  );
}

function StartAnew() {
  return (
    <button type="button" className="button primary" onClick={() => location.reload()}>
      {words.startAnew}
    </button>
  );
}
