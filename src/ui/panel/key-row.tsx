import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { actionLabel } from '../../messages/actions.ts';
import { keysMessages as words } from '../../messages/keys.ts';
import type { Action } from '../../workspace/actions/action.ts';
import { actionById, allActions } from '../../workspace/actions/table.ts';
import { chordOf } from '../../workspace/keys.ts';
import { chordsOf, isBindable, type KeySettings, swapped, withKey, withUsual } from '../../workspace/own-keys.ts';
import { writtenKey } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './panel.module.css';

interface Props {
  readonly action: string;
  readonly label: string;
  readonly changing: boolean;
  readonly onChange: (now: boolean) => void;
}

/** One action with its keys; pressed, it waits for the new one. */
export function KeyRow({ action: id, label, changing, onChange }: Props) {
  const workspace = useWorkspace();
  const settings = useWorkspaceState(({ keys }) => keys);
  const button = useRef<HTMLButtonElement>(null);
  const action = actionById(id);
  const chords = chordsOf(action, settings).map(writtenKey);
  const finish = (next: KeySettings | null) => {
    if (next) workspace.perform('change-keys', { settings: next });
    onChange(false);
    button.current?.focus();
  };
  return (
    <li className={styles.keyRow}>
      <button
        ref={button}
        type="button"
        className={styles.item}
        aria-label={words.change(label, chords.join(', '))}
        aria-expanded={changing}
        onClick={() => onChange(!changing)}
      >
        <span>{label}</span>
        <span className={styles.chords}>{chords.length === 0 ? words.noKey : chords.map((chord) => <kbd key={chord}>{chord}</kbd>)}</span>
      </button>
      {settings.own.has(id) ? (
        <button
          type="button"
          className="button plain small"
          aria-label={words.reset(label)}
          title={words.reset(label)}
          onClick={() => finish(withUsual(settings, action))}
        >
          <RotateCcw size={14} aria-hidden="true" />
        </button>
      ) : null}
      {changing ? <NewKey action={action} label={label} settings={settings} onDone={finish} /> : null}
    </li>
  );
}

type Answer = { readonly kind: 'browser' | 'taken'; readonly chord: string };

function NewKey({
  action,
  label,
  settings,
  onDone,
}: {
  readonly action: Action;
  readonly label: string;
  readonly settings: KeySettings;
  readonly onDone: (next: KeySettings | null) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => field.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    const chord = chordOf(event.nativeEvent);
    if (event.key === 'Tab' || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
    event.preventDefault();
    // Neither Escape nor the new key must do anything else meanwhile.
    event.stopPropagation();
    if (chord === 'escape') return onDone(null);
    if (chord === null || !isBindable(chord)) return setAnswer({ kind: 'browser', chord: chord ?? event.key });
    if (othersWith(chord, action, settings).length > 0) return setAnswer({ kind: 'taken', chord });
    onDone(withKey(settings, action, chord));
  };
  return (
    <div className={styles.newKey}>
      <input ref={field} readOnly aria-label={words.pressFor(label)} value={words.press} onKeyDown={press} />
      {answer ? <AnswerView answer={answer} action={action} settings={settings} onDone={onDone} /> : null}
    </div>
  );
}

const othersWith = (chord: string, action: Action, settings: KeySettings): Action[] =>
  allActions.filter((other) => other !== action && chordsOf(other, settings).includes(chord));

function AnswerView({
  answer: { kind, chord },
  action,
  settings,
  onDone,
}: {
  readonly answer: Answer;
  readonly action: Action;
  readonly settings: KeySettings;
  readonly onDone: (next: KeySettings | null) => void;
}) {
  if (kind === 'browser') return <p role="alert">{words.browser(writtenKey(chord))}</p>;
  const others = othersWith(chord, action, settings);
  return (
    <>
      <p role="alert">{words.taken(writtenKey(chord), others.map(({ id }) => actionLabel(id) ?? id).join(', '))}</p>
      <button type="button" className="button small" onClick={() => onDone(swapped(settings, action, chord, others))}>
        {words.swap}
      </button>
      <button type="button" className="button plain small" onClick={() => onDone(null)}>
        {words.cancel}
      </button>
    </>
  );
}
