import type { DexieProjectStore } from '../dexie-project-store.ts';
import { Appender } from './appender.ts';
import { baseName, folderName, JournalFolder } from './folder.ts';
import { type Journal, lineOf } from './line.ts';
import { type Reconciled, reconcile } from './reconcile.ts';

/** True where the browser has a file system of its own for the page. */
export const canKeepJournal = (): boolean => typeof navigator.storage?.getDirectory === 'function' && typeof Worker === 'function';

/**
 * Brings database and journal to the same state, one tab at a time, and opens a new file for this tab. Files of tabs that
 * are gone are taken away once the base has all of them.
 */
export async function openJournal(
  project: string,
  store: DexieProjectStore,
  fresh: () => Promise<DexieProjectStore>,
): Promise<Reconciled & { readonly journal: Journal }> {
  const folder = await JournalFolder.open(project);
  const name = `${crypto.randomUUID()}.jsonl`;
  await hold(lockOf(name));
  const reconciled = await navigator.locks.request(`attest-journal-${project}`, async () => {
    const base = new Appender(folderName(project), baseName);
    try {
      const finished = await gone(folder);
      const result = await reconcile({ store, folder, base, fresh });
      await Promise.all(finished.map((file) => folder.remove(file)));
      return result;
    } finally {
      await base.close();
    }
  });
  const own = new Appender(folderName(project), name);
  return { ...reconciled, journal: { append: (action) => own.append(lineOf(action)) } };
}

const lockOf = (file: string): string => `attest-journal-file-${file}`;

/** Takes the lock and keeps it until the page goes. */
function hold(name: string): Promise<void> {
  return new Promise((taken) => {
    void navigator.locks.request(name, () => {
      taken();
      return new Promise<never>(() => undefined);
    });
  });
}

/** The files whose tab is not open any more. */
async function gone(folder: JournalFolder): Promise<string[]> {
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  return (await folder.tabFiles()).filter((file) => !open.has(lockOf(file)));
}
