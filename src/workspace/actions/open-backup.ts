import { announceEnd } from '../../storage/erase/ending.ts';
import { eraseProject, markErasing } from '../../storage/erase/erase-project.ts';
import { forgetProject, knownProjects } from '../../storage/erase/known-projects.ts';
import type { Host } from '../host.ts';
import { showStorage, work } from '../storage/work.ts';

/**
 * Makes a backup the project, where nothing was done here yet that it could take the place of. `false` where this is not so, or the
 * file is no backup: then it is for the ordinary import to read.
 */
export async function openAsProject(host: Host, file: File): Promise<boolean> {
  const { copies, readOnly, saving } = host.state.getState();
  if (readOnly || saving.kind !== 'saved' || (copies !== 'both' && copies !== 'database') || (await host.store.head()).seq > 1)
    return false;
  const restored = await work(host, 'open', 'restoreBackup', { file });
  // Cancelled: nothing was made, and nothing more is wanted.
  if (!restored) return true;
  if (restored.kind !== 'restored') return false;
  await makeWay(host);
  location.reload();
  return true;
}

/** Takes away the project that nobody has touched, and what the browser remembered about one that was missing. */
async function makeWay(host: Host): Promise<void> {
  const { projectId } = host.store;
  showStorage(host, { ending: { kind: 'opening' } });
  await markErasing(projectId);
  announceEnd(projectId);
  // What is left of it stays marked, and the next start tries again.
  await eraseProject(projectId);
  for (const id of knownProjects()) forgetProject(id);
}
