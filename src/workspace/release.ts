import { workspaceMessages } from '../messages/workspace.ts';
import { keepOffline, takeOver } from '../storage/offline/registration.ts';
import { allStored } from './all-stored.ts';
import type { Host } from './host.ts';

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
