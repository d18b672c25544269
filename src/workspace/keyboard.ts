import { availability } from './actions/action.ts';
import { actionsForKey } from './actions/table.ts';
import { chordOf, isTextField } from './keys.ts';
import type { Workspace } from './workspace.ts';

// Widgets whose own keys must keep working: Enter and Space press a button, arrows walk a list or a slider.
const ownKeys =
  'button, a, summary, [role=slider], [role=separator], [role=listbox], [role=option], [role=menu], [role=menuitem], [role=tab]';
const forWidgets = new Set(['enter', 'arrowup', 'arrowdown', 'arrowleft', 'arrowright']);

/** Sends key presses to the actions they stand for, except where a text field or a widget needs them. */
export function listenForKeys(workspace: Workspace): void {
  document.addEventListener('keydown', (event) => {
    const chord = chordOf(event);
    if (workspace.state.getState().storage.ending) return;
    if (event.defaultPrevented || chord === null || !belongsToAttest(chord, document.activeElement)) return;
    const action = actionsForKey(chord).find((one) => availability(one, workspace.state.getState()) !== 'none');
    if (!action) return;
    event.preventDefault();
    workspace.perform(action.id);
  });
}

function belongsToAttest(chord: string, focused: Element | null): boolean {
  // Whoever saves does so while typing too.
  if (chord === 'mod+s') return true;
  if (isTextField(focused)) return false;
  // Single keys act where tags are; on a button of the bar a letter must do nothing (WCAG 2.1.4).
  if (!chord.startsWith('mod+') && chord !== 'escape' && chord !== '?' && !focused?.matches('body, main *, main, aside *, aside'))
    return false;
  return !(forWidgets.has(chord) && focused?.closest(ownKeys));
}
