import { takenKeys } from '../model/codebooks/needs.ts';
import { currentCodebook } from '../model/commands/lookup.ts';
import { availability } from './actions/action.ts';
import { actionsForKey } from './actions/table.ts';
import { chordOf, isTextField } from './keys.ts';
import { acts } from './own-keys.ts';
import type { WorkspaceState } from './state.ts';
import type { Workspace } from './workspace.ts';

// Widgets whose own keys must keep working: Enter and Space press a button, arrows walk a list or a slider.
const ownKeys =
  'button, a, summary, [role=slider], [role=separator], [role=listbox], [role=option], [role=menu], [role=menuitem], [role=tab]';
const forWidgets = new Set(['enter', 'arrowup', 'arrowdown', 'arrowleft', 'arrowright']);

// Whoever saves or looks for a command does so while typing too.
const whileTyping = new Set(['offer-backup', 'show-palette']);
// These act from everywhere; all others only where tags are: on a button of the bar a letter must do nothing (WCAG 2.1.4).
const everywhere = new Set(['step-out', 'show-keys']);

/** Sends key presses to the actions they stand for, except where a text field or a widget needs them. */
export function listenForKeys(workspace: Workspace): void {
  document.addEventListener('keydown', (event) => {
    const state = workspace.state.getState();
    if (state.storage.ending || event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (chord === null) return;
    const action = actionsForKey(chord, state.keys).find((one) => availability(one, state) !== 'none');
    // What Attest leaves free may be the key of a type that the codebook adds.
    const type = action || !acts(chord, state.keys) ? null : typeWithKey(state, chord);
    if ((!action && type === null) || !belongsToAttest(action?.id ?? 'tag', chord, document.activeElement)) return;
    event.preventDefault();
    if (action) workspace.perform(action.id);
    else workspace.perform('tag', { type });
  });
}

/** The type whose key this is by the codebook; `null` where it is none, or a key that Attest needs itself. */
const typeWithKey = ({ project }: WorkspaceState, chord: string): string | null =>
  takenKeys.has(chord) ? null : (currentCodebook(project).types.find(({ key }) => key === chord)?.id ?? null);

function belongsToAttest(action: string, chord: string, focused: Element | null): boolean {
  const held = chord.startsWith('mod+');
  if (focused?.closest('dialog')) return false;
  if (isTextField(focused)) return (held && whileTyping.has(action)) || (chord === 'escape' && !focused?.matches('select'));
  if (!held && !everywhere.has(action) && !focused?.matches('body, main *, main, aside *, aside')) return false;
  return !(forWidgets.has(chord) && focused?.closest(ownKeys));
}
