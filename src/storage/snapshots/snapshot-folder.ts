import type { Id } from '../../model/records.ts';
import { folderName } from '../journal/folder.ts';
import { type EarlierState, earlierStates } from './snapshot-name.ts';

const name = 'snapshots';

/** The earlier states of a project, as files beside its journal. */
export class SnapshotFolder {
  readonly #directory: FileSystemDirectoryHandle;

  private constructor(directory: FileSystemDirectoryHandle) {
    this.#directory = directory;
  }

  /** Opens the folder, making it where it is missing. Rejects where the browser has no file system of its own. */
  static async open(project: Id): Promise<SnapshotFolder> {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(folderName(project), { create: true });
    return new SnapshotFolder(await folder.getDirectoryHandle(name, { create: true }));
  }

  /** The folder as it is; `null` where there is none or it cannot be had: looking must never make one, least of all on a full disk. */
  static async find(project: Id): Promise<SnapshotFolder | null> {
    try {
      const root = await navigator.storage.getDirectory();
      return new SnapshotFolder(await (await root.getDirectoryHandle(folderName(project))).getDirectoryHandle(name));
    } catch {
      return null;
    }
  }

  /** What is there, the newest generation first. */
  async list(): Promise<EarlierState[]> {
    const names: string[] = [];
    for await (const file of this.#directory.keys()) names.push(file);
    return earlierStates(names);
  }

  /** The file of an earlier state. Rejects where it is gone. */
  async file({ name: file }: Pick<EarlierState, 'name'>): Promise<File> {
    return (await this.#directory.getFileHandle(file)).getFile();
  }

  /** Puts a file there, all of it or nothing, and reads it back. Rejects where it is not what was written. */
  write(file: string, bytes: Uint8Array): Promise<void> {
    return writeWhole(this.#directory, file, bytes);
  }

  remove({ name: file }: Pick<EarlierState, 'name'>): Promise<void> {
    return this.#directory.removeEntry(file);
  }
}

/** Replaces a file by other contents, all of it or nothing, and reads it back. Rejects where it is not what was written. */
export async function writeWhole(directory: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  const handle = await directory.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(new Uint8Array(bytes));
  await writable.close();
  const written = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const same = written.length === bytes.length && written.every((byte, index) => byte === bytes[index]);
  if (!same) throw new DOMException(`${name} was not written as it should be.`, 'DataError');
}
