import { backupRecord, noteFolder } from '../../storage/backup/backup-record.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';
import type { BackupFolder } from './storage-state.ts';
import { showStorage } from './work.ts';

// Long enough that nobody is in the middle of something.
const pause = 5_000;
// The file is written whole each time: of a large project that takes seconds, and must not take all of them.
const restFactor = 10;

interface Permitted {
  queryPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}

const asksFirst = (handle: object): handle is Permitted => 'queryPermission' in handle;

/** Keeps the folder that a person chose up to date with everything that is saved. */
export class BackupKeeper {
  readonly #host: Host;
  #folder: FileSystemDirectoryHandle | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing = false;
  #again = false;
  #rest = pause;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Goes on with the folder that was chosen before. */
  async resume(): Promise<void> {
    const { folder, last = null } = await backupRecord(this.#host.store.projectId);
    showStorage(this.#host, { lastBackup: last });
    if (!folder) return;
    this.#folder = folder;
    await this.#look();
    this.changed();
  }

  /** Uses the folder from now on; `null` uses none. */
  async use(folder: FileSystemDirectoryHandle | null): Promise<void> {
    clearTimeout(this.#timer);
    await noteFolder(this.#host.store.projectId, folder);
    this.#folder = folder;
    if (!folder) return showStorage(this.#host, { folder: null });
    await this.allow();
  }

  /** Asks the browser for the folder again, in answer to a click, and writes. */
  async allow(): Promise<void> {
    if (this.#folder && asksFirst(this.#folder)) await this.#folder.requestPermission({ mode: 'readwrite' });
    await this.#look();
    await this.write();
  }

  /** Something was saved: the folder gets it after a pause. */
  changed(): void {
    clearTimeout(this.#timer);
    if (this.#folder) this.#timer = setTimeout(() => void this.write(), this.#rest);
  }

  /** Writes what waits for its pause now. */
  hurry(): void {
    if (this.#timer !== undefined) void this.write();
  }

  /** Writes the project's file now, where the browser lets it; never rejects. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const folder = this.#folder;
    if (!folder || (await this.#look()) !== 'ready') return;
    if (this.#writing) {
      this.#again = true;
      return;
    }
    this.#writing = true;
    await this.#write(folder);
    this.#writing = false;
    if (this.#again) this.changed();
    this.#again = false;
  }

  async #write(folder: FileSystemDirectoryHandle): Promise<void> {
    const began = performance.now();
    this.#show(folder, 'writing');
    try {
      const made = await runJob('writeToFolder', { project: this.#host.store.projectId, folder });
      if (made) showStorage(this.#host, { lastBackup: made });
      this.#show(folder, made ? 'ready' : 'failed');
    } catch {
      this.#show(folder, 'failed');
    }
    this.#rest = Math.max(pause, restFactor * (performance.now() - began));
  }

  async #look(): Promise<BackupFolder['state'] | null> {
    if (!this.#folder) return null;
    const granted = !asksFirst(this.#folder) || (await this.#folder.queryPermission({ mode: 'readwrite' })) === 'granted';
    this.#show(this.#folder, granted ? 'ready' : 'ask');
    return granted ? 'ready' : 'ask';
  }

  #show({ name }: FileSystemDirectoryHandle, state: BackupFolder['state']): void {
    if (this.#folder) showStorage(this.#host, { folder: { name, state } });
  }
}
