import { conflictMessages } from '../../messages/conflict.ts';
import { exchangeMessages } from '../../messages/exchange.ts';
import { workspaceMessages } from '../../messages/workspace.ts';
import type { TableName } from '../../model/records.ts';
import type { RefusedFiles } from '../../storage/importing/read-import.ts';
import { KeptWorker } from '../../workers/run-job.ts';
import { type Parameters, text } from '../actions/action.ts';
import { openAsProject } from '../actions/open-backup.ts';
import type { Host } from '../host.ts';
import type { ImportPreview } from '../state.ts';
import { cancelWork } from '../storage/work.ts';
import { InWorker } from './in-worker.ts';
import { showExchange } from './show-exchange.ts';
import type { Unstored, WaitingImport } from './waiting-import.ts';
import { whileWriting } from './while-writing.ts';

// In bytes. Smaller ones are read before a worker has started.
const forWorker = 300_000;

/** Reads a package, or the files of another tool, and shows what importing them would do, or why they are refused. */
export async function readImport(host: Host, parameters: Parameters): Promise<void> {
  // It is compared with what is stored, and that may take hours to come.
  if (host.state.getState().saving.kind === 'not-saved') return host.notice(workspaceMessages.importMeetsUnsaved, 'refused');
  const files = Array.isArray(parameters.files) ? parameters.files.filter((file) => file instanceof File) : [];
  const [file] = files;
  if (!file || (files.length === 1 && (await openedAsProject(host, file)))) return;
  await host.stored();
  // Where there is no database to share nobody can help the page.
  const alone = !host.store.commitBeside;
  const small = files.length === 1 && file.size <= forWorker;
  if ((alone || small) && (await isReadInPage(host, files, alone))) return;
  await readInWorker(host, files);
}

/** Opens a backup where it may become the project; `true` also where that was cancelled. */
async function openedAsProject(host: Host, file: File): Promise<boolean> {
  const work = { end: () => cancelWork(host) };
  if (file.size > forWorker) showExchange(host, { kind: 'reading', fileName: file.name, done: 0, total: 0, work });
  const opened = await openAsProject(host, file);
  if (opened && isCurrent(host, work)) showExchange(host, { kind: 'idle' });
  return opened;
}

/** Reads and shows it here; `false` where it is no package, which others can read unless the page is `alone`. */
async function isReadInPage(host: Host, files: readonly File[], alone: boolean): Promise<boolean> {
  // Whatever a worker reads needs none of this here.
  const { readInPage } = await import('./read-in-page.ts');
  const read = await readInPage(host, files, alone);
  if (!('faults' in read)) showExchange(host, { kind: 'preview', fileName: nameOf(files), ...read });
  else if (alone) refuse(host, nameOf(files), read);
  return alone || !('faults' in read);
}

const nameOf = (files: readonly File[]): string => exchangeMessages.filesNamed(files[0]?.name ?? '', files.length);

async function readInWorker(host: Host, files: readonly File[]): Promise<void> {
  const fileName = nameOf(files);
  const worker = new KeptWorker();
  const work = new InWorker(host, worker);
  showExchange(host, { kind: 'reading', fileName, done: 0, total: 0, work });
  const progress = (done: number, total: number) =>
    isCurrent(host, work) && host.state.setState({ exchange: { kind: 'reading', fileName, done, total, work } });
  try {
    const read = await worker.run('readImport', { project: host.store.projectId, files }, progress);
    if ('faults' in read) refuse(host, fileName, read);
    else showExchange(host, { kind: 'preview', fileName, ...read.found, view: read.view, work });
  } catch (error) {
    // Cancelled: nothing was changed, and nothing more is wanted.
    if (!isCurrent(host, work)) return;
    showExchange(host, { kind: 'idle' });
    throw error;
  }
}

/** True while what is kept there is what is shown. */
function isCurrent(host: Host, work: Pick<WaitingImport, 'end'>): boolean {
  const { exchange } = host.state.getState();
  return 'work' in exchange && exchange.work === work;
}

function refuse(host: Host, fileName: string, { faults, more }: RefusedFiles): void {
  showExchange(host, { kind: 'refused', fileName, faults, more });
}

/** Decides a conflict of the file that is shown, or with no `id` all that are still open. */
export async function decide(host: Host, parameters: Parameters): Promise<void> {
  const { exchange } = host.state.getState();
  const { choice } = parameters;
  if (exchange.kind !== 'preview' || (choice !== 'ours' && typeof choice !== 'number')) return;
  const [id, table] = [text(parameters, 'id'), text(parameters, 'table')];
  // The names of tables come from the conflict that is shown.
  const conflict = id === null ? null : { id, table: table as TableName };
  const view = await exchange.work.decide({ choice, conflict });
  const { exchange: now } = host.state.getState();
  if (now.kind === 'preview' && now.work === exchange.work) showExchange(host, { ...now, view });
}

/** Imports what is shown, in one action that can be undone. */
export async function applyImport(host: Host): Promise<void> {
  const { exchange } = host.state.getState();
  if (exchange.kind !== 'preview') return;
  const { work, fileName, checksum, view } = exchange;
  const storing = work.apply(fileName, checksum);
  showExchange(host, { kind: 'idle' });
  const unstored = await whileWriting(host, exchangeMessages.importing(fileName), storing);
  if (unstored) return lookAgain(host, unstored, exchange);
  work.end();
  host.notice(workspaceMessages.imported(fileName), 'done', view.empty ? undefined : true);
}

function lookAgain(host: Host, { reason, view }: Unstored, preview: ImportPreview): void {
  const free = host.state.getState().exchange.kind === 'idle';
  if (view && free) showExchange(host, { ...preview, view });
  else preview.work.end();
  host.notice(view ? exchangeMessages.changedMeanwhile : unstoredWords(reason), 'refused');
}

const unstoredWords = (reason: Unstored['reason']): string =>
  reason === 'failed' ? exchangeMessages.stopped : conflictMessages.refused(reason);
