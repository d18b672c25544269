import { onEnd } from '../erase/ending.ts';
import { StorageError } from '../errors.ts';
import { Appender } from './appender.ts';
import { folderName, type JournalFolder } from './folder.ts';
import { type Journal, type JournalAction, lineOf } from './line.ts';

const lockOf = (file: string): string => `attest-journal-file-${file}`;

/** Begins this tab's own file of the project's journal; it counts as open until the page goes. */
export async function ownFile(project: string): Promise<Journal> {
  const own = new OwnFile(project, await heldName());
  onEnd(project, () => void own.stop());
  return own;
}

/** A name for a new file, held by this tab. */
async function heldName(): Promise<string> {
  const name = `${crypto.randomUUID()}.jsonl`;
  await hold(lockOf(name));
  return name;
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

/** The journal of one tab; a file whose writer stopped or does not answer is left as it is for another one. */
class OwnFile implements Journal {
  readonly #project: string;
  #appender: Promise<Appender>;

  constructor(project: string, name: string) {
    this.#project = project;
    this.#appender = Promise.resolve(new Appender(folderName(project), name));
  }

  append(action: JournalAction): Promise<void> {
    return this.appendLine(lineOf(action));
  }

  async appendLine(line: string | Uint8Array<ArrayBuffer>): Promise<void> {
    const appender = await this.#appender;
    try {
      await appender.append(line);
    } catch (error) {
      if (error instanceof StorageError && stuck.has(error.kind)) this.#replace(appender);
      throw error;
    }
  }

  /** Lets go of the file for good. */
  async stop(): Promise<void> {
    (await this.#appender).stop();
  }

  renew(): void {
    void this.#appender.then((appender) => this.#replace(appender));
  }

  #replace(appender: Appender): void {
    appender.stop();
    this.#appender = heldName().then((name) => new Appender(folderName(this.#project), name));
  }
}

const stuck: ReadonlySet<string> = new Set(['blocked', 'closed', 'unknown']);

/** The tabs' files whose tab is not open any more. */
export async function filesOfGoneTabs(folder: JournalFolder): Promise<string[]> {
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  return (await folder.tabFiles()).filter((file) => !open.has(lockOf(file)));
}
