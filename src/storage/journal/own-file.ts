import { Appender } from './appender.ts';
import { folderName, type JournalFolder } from './folder.ts';
import { type Journal, lineOf } from './line.ts';

const lockOf = (file: string): string => `attest-journal-file-${file}`;

/** Begins this tab's own file of the project's journal; it counts as open until the page goes. */
export async function ownFile(project: string): Promise<Journal> {
  const name = `${crypto.randomUUID()}.jsonl`;
  await hold(lockOf(name));
  const own = new Appender(folderName(project), name);
  return { append: (action) => own.append(lineOf(action)) };
}

/** Takes the lock and keeps it until the page goes. */
function hold(name: string): Promise<void> {
  return new Promise((taken) => {
    void navigator.locks.request(name, () => {
      taken();
      return new Promise<never>(() => undefined);
    });
  });
}

/** The tabs' files whose tab is not open any more. */
export async function filesOfGoneTabs(folder: JournalFolder): Promise<string[]> {
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  return (await folder.tabFiles()).filter((file) => !open.has(lockOf(file)));
}
