import { journalLines } from '../../formats/journal-lines.ts';
import { storageMessages } from '../../messages/storage-panel.ts';
import { download } from '../download.ts';
import type { Host } from '../host.ts';
import { keeperOf } from './keep-copies.ts';
import { work } from './work.ts';

/** Hands over every action as a file of lines. */
export async function saveJournal(host: Host): Promise<void> {
  await host.stored();
  const made = await (keeperOf(host) ? work(host, 'journal', 'saveJournal', { project: host.store.projectId }) : inMemory(host));
  if (!made) return;
  const fileName = `attest_journal_${new Date().toISOString().slice(0, 10)}_${made.actions}.jsonl`;
  download(fileName, made.file);
  host.notice(storageMessages.journalSaved(fileName), 'done');
}

/** The same where there is no database that a worker could read. */
async function inMemory({ store }: Host) {
  const entries = (await store.actionsAfter(0)).map(({ entry }) => entry);
  return { file: new Blob([...journalLines(entries)]), actions: entries.length };
}
