import { useState } from 'react';
import { panelMessages as words } from '../../messages/panel.ts';
import type { Annotation } from '../../model/records.ts';
import { useWorkspace } from '../use-workspace.ts';

/** The note on an annotation; what is typed goes to the workspace at once, which saves it after a short pause. */
export function NoteField({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  // Until the field is left it shows what was typed: neither its own echo nor another tab writes into a sentence.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <label className="field">
        <span>{words.note}</span>
        <textarea
          data-note=""
          dir="auto"
          rows={2}
          value={typed ?? annotation.note ?? ''}
          onChange={(event) => {
            setTyped(event.target.value);
            workspace.perform('set-note', { annotation: annotation.id, note: event.target.value });
          }}
          onBlur={() => {
            workspace.perform('flush-note');
            setTyped(null);
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
