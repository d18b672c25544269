import { type FormEvent, useState } from 'react';
import { exchangeMessages as words } from '../../messages/exchange.ts';
import { formatMessages } from '../../messages/formats.ts';
import { nameOfSet } from '../../model/views/name-of.ts';
import type { Chosen, Held } from '../../workspace/exchange/export-choice.ts';
import type { Exchange, WorkspaceState } from '../../workspace/state.ts';
import panel from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { CancelButton } from './cancel-button.tsx';
import styles from './exchange.module.css';

/** Whoever works here and has no name yet. */
const nameless = ({ project, session, people }: WorkspaceState): string | null => {
  const author = project.authors.get(project.sets.get(session.own)?.author ?? '');
  return author && author.name === '' && people.includes(author.id) ? author.id : null;
};

/** What people export for, the most frequent first: Enter sends one's own set. */
export function ExportForm({ exchange: { chosen, held } }: { readonly exchange: Extract<Exchange, { kind: 'choosing' }> }) {
  return (
    <section className={panel.section}>
      <h2>{words.exportTitle}</h2>
      <Send key={chosen.format} chosen={chosen} held={held} />
      {chosen.format === 'attest' ? <OtherIntentions /> : null}
      <p>
        <CancelButton />
      </p>
    </section>
  );
}

interface SendProps {
  readonly chosen: Chosen;
  readonly held: Held | null;
}

function Send({ chosen, held }: SendProps) {
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const unnamed = useWorkspaceState(nameless);
  const own = useWorkspaceState(({ session }) => session.own);
  // What was said of somebody's set is signed too.
  const signs = unnamed !== null && (chosen.sets.includes(own) || held?.authors.includes(unnamed) === true);
  const asks = signs && !chosen.pseudonyms;
  const empty = held !== null && !held.counts.texts;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!empty) workspace.perform('export-chosen', asks ? { name } : {});
  };
  return (
    <form className={styles.intention} onSubmit={submit}>
      <h3>{chosen.format === 'attest' ? words.send : formatMessages.labels[chosen.format]}</h3>
      {chosen.format === 'attest' ? <p className={panel.muted}>{words.sendHelp}</p> : null}
      {asks ? (
        <label className="field">
          <span>{words.nameLabel}</span>
          {/* The analyst asked for the export: the one question of it is where typing goes. */}
          <input
            data-draft=""
            autoFocus
            required
            pattern=".*\S.*"
            dir="auto"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      ) : null}
      {chosen.format === 'attest' ? <Blind chosen={chosen} /> : null}
      <Holds held={held} blind={chosen.sets.length === 0} />
      {held && held.losses.length > 0 ? <Losses losses={held.losses} /> : null}
      <Choices chosen={chosen} />
      <p className={panel.row}>
        <button type="submit" className="button primary" autoFocus={!asks} disabled={empty}>
          {words.nameButton}
        </button>
        {chosen.format === 'attest' ? null : (
          <button type="button" className="button" onClick={() => workspace.perform('change-export', { change: { format: 'attest' } })}>
            {words.otherExport}
          </button>
        )}
      </p>
    </form>
  );
}

/** For somebody who is to tag the open article without seeing anybody’s tags. */
function Blind({ chosen: { sets } }: { readonly chosen: Chosen }) {
  const workspace = useWorkspace();
  const own = useWorkspaceState(({ session }) => session.own);
  const choose = (blind: boolean) =>
    workspace.perform('change-export', { change: blind ? { sets: [], articles: 'open' } : { sets: [own], articles: 'tagged' } });
  return <Option label={words.sendBlind} checked={sets.length === 0} onChange={choose} />;
}

function Holds({ held, blind }: { readonly held: Held | null; readonly blind: boolean }) {
  return (
    <div role="status">
      <h4 className="label">{words.holds}</h4>
      {held === null ? (
        <p>{words.counting}</p>
      ) : (
        <>
          <p>{held.counts.texts ? words.counts(held.counts) : words.noTexts}</p>
          {blind ? <p className={panel.muted}>{words.blind}</p> : null}
          {held.linksLeft > 0 ? <p className={panel.muted}>{words.linksLeft(held.linksLeft)}</p> : null}
        </>
      )}
    </div>
  );
}

function Losses({ losses }: { readonly losses: readonly string[] }) {
  return (
    <div>
      <h4 className="label">{words.cannotCarry}</h4>
      <ul className={styles.losses}>
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </div>
  );
}

/** What goes along, for whoever wants something else than all of their own. */
function Choices({ chosen }: { readonly chosen: Chosen }) {
  const workspace = useWorkspace();
  const change = (to: Partial<Chosen>) => workspace.perform('change-export', { change: to });
  return (
    <details className={styles.choices}>
      <summary>{words.goesAlong}</summary>
      <SetChoice chosen={chosen} change={change} />
      <fieldset className={panel.plainFieldset}>
        <legend className="label">{words.articles}</legend>
        {(['tagged', 'open', 'all'] as const).map((articles) => (
          <label key={articles} className={styles.option}>
            <input type="radio" name="articles" checked={chosen.articles === articles} onChange={() => change({ articles })} />
            {words.articleChoices[articles]}
          </label>
        ))}
      </fieldset>
      <Parts chosen={chosen} change={change} />
    </details>
  );
}

interface ChoiceProps {
  readonly chosen: Chosen;
  change(to: Partial<Chosen>): void;
}

function SetChoice({ chosen: { sets }, change }: ChoiceProps) {
  const project = useWorkspaceState((state) => state.project);
  const people = useWorkspaceState((state) => state.people);
  return (
    <fieldset className={panel.plainFieldset}>
      <legend className="label">{words.sets}</legend>
      {[...project.sets.keys()].map((id) => (
        <label key={id} className={styles.option}>
          <input
            type="checkbox"
            checked={sets.includes(id)}
            onChange={({ target }) => change({ sets: target.checked ? [...sets, id] : sets.filter((set) => set !== id) })}
          />
          <bdi>{nameOfSet(project, people, id)}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

function Parts({ chosen, change }: ChoiceProps) {
  const { withheld, withoutNotes, pseudonyms, packed } = chosen;
  return (
    <fieldset className={panel.plainFieldset}>
      <legend className="label">{words.also}</legend>
      <Option label={words.texts} checked={withheld === null} onChange={(on) => change({ withheld: on ? null : words.withheldDefault })} />
      {withheld === null ? null : (
        <label className="field">
          <span>{words.withheldLabel}</span>
          <input
            required
            dir="auto"
            defaultValue={withheld}
            onBlur={({ target }) => change({ withheld: target.value || words.withheldDefault })}
          />
        </label>
      )}
      <Option label={words.notes} checked={!withoutNotes} onChange={(on) => change({ withoutNotes: !on })} />
      <Option label={words.names} checked={!pseudonyms} onChange={(on) => change({ pseudonyms: !on })} />
      {chosen.format === 'attest' ? <Option label={words.packed} checked={packed} onChange={(on) => change({ packed: on })} /> : null}
    </fieldset>
  );
}

function Option({ label, checked, onChange }: { readonly label: string; readonly checked: boolean; onChange(on: boolean): void }) {
  return (
    <label className={styles.option}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

function OtherIntentions() {
  const workspace = useWorkspace();
  return (
    <>
      <div className={styles.intention}>
        <h3>{words.backUp}</h3>
        <p className={panel.muted}>{words.backUpHelp}</p>
        <p>
          <button type="button" className="button" onClick={() => workspace.perform('back-up')}>
            {words.backUp}
          </button>
        </p>
      </div>
      <div className={styles.intention}>
        <h3>{words.editor}</h3>
        <p className={panel.muted}>{words.editorHelp}</p>
        <Formats ids={forReading} />
      </div>
      <details className={styles.choices}>
        <summary>{words.moreFormats}</summary>
        <p className={panel.muted}>{words.moreFormatsHelp}</p>
        <Formats ids={forTools} />
      </details>
    </>
  );
}

const forReading = ['evidence', 'markdown', 'csv'];
const forTools = ['w3c', 'cas', 'brat', 'label-studio', 'doccano'];

function Formats({ ids }: { readonly ids: readonly string[] }) {
  const workspace = useWorkspace();
  return (
    <p className={panel.row}>
      {ids.map((format) => (
        <button key={format} type="button" className="button" onClick={() => workspace.perform('change-export', { change: { format } })}>
          {formatMessages.labels[format]}
        </button>
      ))}
    </p>
  );
}
