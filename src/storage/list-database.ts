import type { Table } from 'dexie';
import type { Id } from '../model/records.ts';
import { timeBoxed } from './errors.ts';
import { LaidOutDatabase, type ReadOnlyReason } from './laid-out-database.ts';
import { listLayouts } from './layouts/list-layouts.ts';
import { openBesides } from './open-besides.ts';

/** One project in the list. */
export interface StoredProject {
  readonly id: Id;
  /** Counts up; the project with the highest number was opened last. */
  readonly opened: number;
  /** The name of the database the project is kept in, where it is not the first one. */
  readonly database?: string;
  /** Set while the project is being erased: what is left of it must not be opened again. */
  readonly erasing?: true;
}

/** A backup that was made: the number of its last action, when, and as which file. */
export interface LastBackup {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'folder' | 'download';
  readonly fileName: string;
}

/** What is remembered about the backups of a project: the folder a person chose, and the last one made. */
export interface BackupRecord {
  readonly project: Id;
  readonly folder?: FileSystemDirectoryHandle;
  readonly last?: LastBackup;
}

/** The name of the list's own database. */
export const listName = 'attest';

/** The small database that lists projects and the people who work on this machine. */
export class ListDatabase extends LaidOutDatabase {
  constructor(readOnly: ReadOnlyReason | null) {
    super(listName, listLayouts, readOnly);
  }

  get projects(): Table<StoredProject, Id> {
    return this.table('projects');
  }

  get people(): Table<{ readonly id: Id }, Id> {
    return this.table('people');
  }

  get backups(): Table<BackupRecord, Id> {
    return this.table('backups');
  }
}

/** The name every project's database begins with; one that takes the place of a damaged one has a dash and more behind it. */
export const databaseName = (project: Id): string => `${listName}-${project}`;

/** Does something with a connection of its own to the list, and closes it. */
export async function withList<T>(work: (list: ListDatabase) => PromiseLike<T>): Promise<T> {
  const list = await openBesides((readOnly) => new ListDatabase(readOnly));
  try {
    return await timeBoxed(work(list));
  } finally {
    list.close();
  }
}
