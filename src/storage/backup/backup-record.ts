import type { Id } from '../../model/records.ts';
import { type BackupRecord, type LastBackup, withList } from '../list-database.ts';

/** What is known about the backups of a project. */
export async function backupRecord(project: Id): Promise<BackupRecord> {
  return (await withList(({ backups }) => backups.get(project))) ?? { project };
}

/** Remembers a backup that was made. */
export function noteBackup(project: Id, last: LastBackup): Promise<void> {
  return change(project, (record) => ({ ...record, last }));
}

/** Remembers the folder a person chose for backups; `null` forgets it. */
export function noteFolder(project: Id, folder: FileSystemDirectoryHandle | null): Promise<void> {
  return change(project, ({ folder: _, ...record }) => (folder ? { ...record, folder } : record));
}

function change(project: Id, work: (record: BackupRecord) => BackupRecord): Promise<void> {
  return withList((list) =>
    list.transaction('rw', list.backups, async () => {
      await list.backups.put(work((await list.backups.get(project)) ?? { project }));
    }),
  );
}
