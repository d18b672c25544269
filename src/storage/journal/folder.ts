import { type Head, headIn, type JournalAction, linesIn, noHead } from './line.ts';

/** The file that holds every action up to the last start; the others hold what each open tab has done since. */
export const baseName = 'base.jsonl';

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

  /** Where the base ends, from its last bytes alone. */
  async baseHead(): Promise<Head> {
    const file = await this.#file(baseName);
    const tail = await file
      ?.slice(Math.max(0, file.size - 200))
      .text()
      .catch(() => '');
    return (tail === undefined ? null : headIn(tail)) ?? noHead;
  }

  /** Every whole action of the file; none where it does not exist or cannot be read. */
  async actions(name: string): Promise<JournalAction[]> {
    return (await this.lines(name)).actions;
  }

  /** The file's whole actions and the number of its damaged lines; none where it does not exist, one where it cannot be read at all. */
  async lines(name: string): Promise<{ readonly actions: JournalAction[]; readonly damaged: number }> {
    const file = await this.#file(name);
    return file ? file.text().then(linesIn, () => ({ actions: [], damaged: 1 })) : linesIn('');
  }

  /** Keeps a file under another name, so that a new one can be begun and nothing is thrown away. */
  async putAside(name: string): Promise<void> {
    const file = await this.#file(name);
    if (!file) return;
    const aside = await this.#directory.getFileHandle(`aside-${crypto.randomUUID()}.bak`, { create: true });
    const writable = await aside.createWritable();
    await writable.write(file);
    await writable.close();
    await this.remove(name);
  }

  /** Takes a file away. */
  remove(name: string): Promise<void> {
    return this.#directory.removeEntry(name);
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
