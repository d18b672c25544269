import { useEffect, useState } from 'react';
import { panelMessages as words } from '../../messages/panel.ts';
import type { Annotation } from '../../model/records.ts';
import { useWorkspace } from '../use-workspace.ts';

/** The note on an annotation; what is typed goes to the workspace at once, which saves it after a short pause. */
export function NoteField({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const stored = annotation.note ?? '';
  const [typed, setTyped] = useState(stored);
  const [focused, setFocused] = useState(false);
  // An undo, or another tab, changes the stored note; what is being typed must not be overwritten by its own echo.
  useEffect(() => {
    if (!focused) setTyped(stored);
  }, [stored, focused]);
  return (
    <>
      <label className="field">
        <span>{words.note}</span>
        <textarea
          data-note=""
          dir="auto"
          rows={2}
          value={typed}
          onFocus={() => setFocused(true)}
          onChange={(event) => {
            setTyped(event.target.value);
            workspace.perform('set-note', { annotation: annotation.id, note: event.target.value });
          }}
          onBlur={() => {
            workspace.perform('flush-note');
            setFocused(false);
          }}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={annotation.flag === 'unsure'}
          onChange={(event) => workspace.perform('set-flag', { annotation: annotation.id, flag: event.target.checked ? 'unsure' : null })}
        />{' '}
        {words.unsure}
      </label>
    </>
  );
}
