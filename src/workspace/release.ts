import { workspaceMessages } from '../messages/workspace.ts';
import { keepOffline, takeOver } from '../storage/offline/registration.ts';
import type { Host } from './host.ts';
import { flushNote } from './note.ts';

/** Has Attest kept for starts without a network, and shows when a newer version is ready. */
export function followReleases(host: Host): void {
  void keepOffline((release) => host.state.setState({ release }));
}

/** The analyst agreed: reloads this tab into the newer version once everything typed is stored; otherwise says why not. */
export async function update(host: Host): Promise<void> {
  if (hasDraft()) return host.notice(workspaceMessages.updateMeetsDraft, 'refused');
  if (!(await allStored(host))) return host.notice(workspaceMessages.updateMeetsUnsaved, 'refused');
  await takeOver();
  // Taking over takes a moment, in which work may have gone on.
  if (hasDraft()) return host.notice(workspaceMessages.updateMeetsDraft, 'refused');
  if (!(await allStored(host))) return host.notice(workspaceMessages.updateMeetsUnsaved, 'refused');
  location.reload();
}

/** True while words stand in a field that keeps them only until its button is pressed. */
function hasDraft(): boolean {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-draft]')].some(({ value }) => value !== '');
}

/** Saves what is typed; `false` as soon as the store fails, because it may take hours until it does not. */
function allStored(host: Host): Promise<boolean> {
  flushNote(host);
  return new Promise((resolve) => {
    const settle = (stored: boolean) => {
      unsubscribe();
      resolve(stored);
    };
    const unsubscribe = host.state.subscribe(({ saving }) => saving.kind === 'not-saved' && settle(false));
    if (host.state.getState().saving.kind === 'not-saved') settle(false);
    void host.stored().then(() => settle(true));
  });
}
