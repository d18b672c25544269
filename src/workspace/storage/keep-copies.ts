import { knownProjects, noteProject } from '../../storage/erase/known-projects.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';
import { BackupKeeper } from './backup-keeper.ts';
import { untouched } from './storage-state.ts';
import { showStorage } from './work.ts';

// A start has better things to do first.
const firstSnapshot = 4_000;
const hour = 3_600_000;
// Asking for the number of the last action after every single one would slow down the saving it counts.
const settled = 800;

const keepers = new WeakMap<Host, BackupKeeper>();

/** Who keeps the backup folder of this host; `null` where there is no database, or it may only be read. */
export const keeperOf = (host: Host): BackupKeeper | null => keepers.get(host) ?? null;

/** Looks after everything that is kept besides the project itself: snapshots, the backup folder, and what is known about backups. */
export async function keepCopies(host: Host): Promise<void> {
  const { copies, readOnly } = host.state.getState();
  if (readOnly || (copies !== 'both' && copies !== 'database')) return;
  const keeper = new BackupKeeper(host);
  keepers.set(host, keeper);
  const { projectId } = host.store;
  await countSaved(host);
  const lost = knownProjects().some((id) => id !== projectId);
  showStorage(host, { missing: lost && untouched(host.state.getState().storage) });
  noteProject(projectId);
  followSaving(host, keeper);
  if (copies === 'both') keepSnapshots(host);
  await keeper.resume();
}

/** Takes note of how many actions are stored. */
export async function countSaved(host: Host): Promise<void> {
  showStorage(host, { saved: (await host.store.head()).seq });
}

function followSaving(host: Host, keeper: BackupKeeper): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  host.state.subscribe(({ saving, storage }, before) => {
    if (saving.kind !== 'saved' || before.saving.kind === 'saved' || storage.ending) return;
    clearTimeout(timer);
    // Losing count is no loss of work: a failing store is reported by the next action.
    timer = setTimeout(() => void countSaved(host).catch(() => undefined), settled);
    keeper.changed();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keeper.hurry());
}

/** A state for the ring at the start, and then every hour in which something was done. */
function keepSnapshots(host: Host): void {
  let taken = 1;
  const take = async () => {
    const { saved, ending } = host.state.getState().storage;
    if (saved === null || saved <= taken || ending) return;
    taken = saved;
    // Two copies and the next hour stand behind it; the check says where the ring cannot be written.
    await runJob('takeSnapshot', { project: host.store.projectId }).catch(() => undefined);
  };
  setTimeout(() => void take(), firstSnapshot);
  setInterval(() => void take(), hour);
}
