import { integrityMessages } from '../../messages/integrity.ts';
import { storageMessages } from '../../messages/storage-panel.ts';
import { noteBackup } from '../../storage/backup/backup-record.ts';
import { announceEnd } from '../../storage/erase/ending.ts';
import { eraseProject, markErasing } from '../../storage/erase/erase-project.ts';
import { SnapshotFolder } from '../../storage/snapshots/snapshot-folder.ts';
import { runJob } from '../../workers/run-job.ts';
import { type Parameters, text } from '../actions/action.ts';
import { download, pickFolder } from '../download.ts';
import type { Host } from '../host.ts';
import { countSaved, keeperOf } from './keep-copies.ts';
import { cancelWork, showStorage, work } from './work.ts';

export { lookAtHistory } from './look-at-history.ts';
export { saveJournal } from './save-journal.ts';

/** Brings what the panel shows up to date: other tabs work too. */
export async function look(host: Host): Promise<void> {
  if (keeperOf(host)) await countSaved(host);
  const folder = await SnapshotFolder.find(host.store.projectId);
  showStorage(host, { earlier: (await folder?.list()) ?? [] });
}

/** Makes a backup of everything: in the backup folder where there is one, else for the downloads. */
export async function backUp(host: Host): Promise<void> {
  await host.stored();
  const keeper = keeperOf(host);
  if (!keeper) return (await import('../exchange/export-work.ts')).exportRescue(host);
  showStorage(host, { offered: false });
  if (host.state.getState().storage.folder?.state === 'ready') await keeper.write();
  else await downloadBackup(host);
  await countSaved(host);
}

async function downloadBackup(host: Host): Promise<void> {
  const project = host.store.projectId;
  const made = await work(host, 'backup', 'backUp', { project });
  if (!made) return;
  const { file, fileName, head, whole } = made;
  download(fileName, file);
  const last = { seq: head.seq, at: new Date().toISOString(), kind: 'download', fileName } as const;
  await noteBackup(project, last);
  showStorage(host, { lastBackup: last });
  host.notice(whole ? storageMessages.downloaded(fileName) : storageMessages.withoutJournal(fileName), whole ? 'done' : 'refused');
}

/** Lets a person choose the folder that takes every change from now on. */
export async function chooseFolder(host: Host): Promise<void> {
  const folder = await pickFolder();
  if (folder) await keeperOf(host)?.use(folder);
}

/** Hands over an earlier state as a file. */
export async function saveEarlier(host: Host, parameters: Parameters): Promise<void> {
  const state = host.state.getState().storage.earlier.find(({ name }) => name === text(parameters, 'name'));
  if (!state) return;
  const folder = await SnapshotFolder.find(host.store.projectId);
  if (folder) download(`attest_backup_${state.at.slice(0, 10)}_${state.seq}.attest.json.gz`, await folder.file(state));
}

/** Looks whether everything that is stored agrees. */
export async function checkIntegrity(host: Host): Promise<void> {
  showStorage(host, { report: null });
  await host.stored();
  const report = await work(host, 'check', 'checkProject', { project: host.store.projectId });
  if (report) showStorage(host, { report });
}

/** Hands over what the check has found. */
export function saveReport(host: Host): void {
  const { report } = host.state.getState().storage;
  if (!report) return;
  const lines = integrityMessages.reportLines(report);
  download(`attest_check_${report.at.slice(0, 10)}.txt`, new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }));
}

/** Counts all tags and links anew and checks again. */
export async function countAnew(host: Host): Promise<void> {
  await host.stored();
  await runJob('countAnew', { project: host.store.projectId });
  host.state.setState({ counters: await host.store.counters() });
  await checkIntegrity(host);
}

/** Says what would go. The one action that cannot be taken back asks. */
export async function askErase(host: Host): Promise<void> {
  await host.stored();
  showStorage(host, { summary: await runJob('describeProject', { project: host.store.projectId }) });
}

/** Erases the project; called again, what the first time left behind. */
export async function erase(host: Host): Promise<void> {
  const { summary } = host.state.getState().storage;
  if (!summary) return;
  const project = host.store.projectId;
  cancelWork(host);
  showStorage(host, { ending: { kind: 'erasing' } });
  await markErasing(project).catch(() => undefined);
  announceEnd(project);
  const erasure = await eraseProject(project);
  showStorage(host, { ending: { kind: 'erased', summary, erasure } });
}
