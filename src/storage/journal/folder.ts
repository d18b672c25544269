import { Appender } from './appender.ts';
import { type Head, headIn, type JournalAction, linesIn, noHead } from './line.ts';

/** The file that holds every action up to the last start; the others hold what each open tab has done since. */
export const baseName = 'base.jsonl';

// Length and SHA-256 of the base as it was last found whole; since then it has only grown.
const digestName = 'base.sha256';

const folderPrefix = 'attest-';

/** The name of a project's folder. */
export const folderName = (project: string): string => `${folderPrefix}${project}`;

/** The ids of the projects that have a journal here. */
export async function journaledProjects(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const names = await namesIn(root);
  return names.filter((name) => name.startsWith(folderPrefix)).map((name) => name.slice(folderPrefix.length));
}

/** The journal of one project as files; read here, written by `Appender`. */
export class JournalFolder {
  readonly project: string;
  readonly #directory: FileSystemDirectoryHandle;

  private constructor(project: string, directory: FileSystemDirectoryHandle) {
    this.project = project;
    this.#directory = directory;
  }

  /** Opens the folder, making it where it is missing. Rejects where the browser has no file system of its own. */
  static async open(project: string): Promise<JournalFolder> {
    const root = await navigator.storage.getDirectory();
    return new JournalFolder(project, await root.getDirectoryHandle(folderName(project), { create: true }));
  }

  /** The names of the tabs' files. */
  async tabFiles(): Promise<string[]> {
    const names = await namesIn(this.#directory);
    return names.filter((name) => name !== baseName && name.endsWith('.jsonl'));
  }

  /** Where the base ends, or its first `length` bytes, from the last bytes of these alone. */
  async baseHead(length?: number): Promise<Head> {
    const file = await this.#file(baseName);
    const end = length ?? file?.size ?? 0;
    const tail = await file
      ?.slice(Math.max(0, end - 200), end)
      .text()
      .catch(() => '');
    return (tail === undefined ? null : headIn(tail)) ?? noHead;
  }

  /** Every whole action of the file; none where it does not exist or cannot be read. */
  async actions(name: string): Promise<JournalAction[]> {
    return (await this.lines(name)).actions;
  }

  /** The file's whole actions and the number of its damaged lines, from this byte on; none where it does not exist, one where it cannot be read at all. */
  async lines(name: string, from = 0): Promise<{ readonly actions: JournalAction[]; readonly damaged: number }> {
    const part = (await this.#file(name))?.slice(from);
    return part ? part.text().then(linesIn, () => ({ actions: [], damaged: 1 })) : linesIn('');
  }

  /** The SHA-256 of the first `length` bytes of the base; `null` where it does not have so many or cannot be read. */
  async digest(length: number): Promise<string | null> {
    const file = await this.#file(baseName);
    const bytes =
      file && file.size >= length
        ? await file
            .slice(0, length)
            .arrayBuffer()
            .catch(() => null)
        : null;
    if (!bytes) return null;
    return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** The size of the base in bytes; 0 where there is none. */
  async baseSize(): Promise<number> {
    return (await this.#file(baseName))?.size ?? 0;
  }

  /** The size of all its files of actions, in bytes. */
  async size(): Promise<number> {
    const files = await Promise.all([baseName, ...(await this.tabFiles())].map((name) => this.#file(name)));
    return files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
  }

  /** Notes that the base is whole up to this length, in bytes. */
  async noteWhole(length: number): Promise<void> {
    const digest = await this.digest(length);
    if (digest !== null) await this.#write(digestName, `${length} ${digest}`);
  }

  /** Up to which length, in bytes, the base is certainly as it was found whole; 0 where nothing was noted or anything differs. */
  async wholeUpTo(): Promise<number> {
    const noted = await (await this.#file(digestName))?.text().catch(() => '');
    const [, length, digest] = /^(\d+) ([0-9a-f]{64})$/u.exec(noted ?? '') ?? [];
    return length !== undefined && digest === (await this.digest(Number(length))) ? Number(length) : 0;
  }

  /** Keeps a file under another name, so that a new one can be begun and nothing is thrown away. */
  async putAside(name: string): Promise<void> {
    const file = await this.#file(name);
    if (!file) return;
    await this.#write(`aside-${crypto.randomUUID()}.bak`, file);
    await this.remove(name);
  }

  /** Writes the whole of a file, or nothing of it. */
  async #write(name: string, content: File | string): Promise<void> {
    const handle = await this.#directory.getFileHandle(name, { create: true });
    const writable = await handle.createWritable();
    await writable.write(content);
    await writable.close();
  }

  /** Takes a file away that nobody writes to. */
  async remove(name: string): Promise<void> {
    const file = new Appender(this.#directory.name, name);
    await file.empty();
    await file.close();
    await this.#directory.removeEntry(name);
  }

  async #file(name: string): Promise<File | null> {
    try {
      return await (await this.#directory.getFileHandle(name)).getFile();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    }
  }
}

async function namesIn(directory: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of directory.keys()) names.push(name);
  return names;
}
