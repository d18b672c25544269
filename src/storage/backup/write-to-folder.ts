import type { Id } from '../../model/records.ts';
import type { LastBackup } from '../list-database.ts';
import type { Progress } from '../progress.ts';
import { withProject } from '../project-connection.ts';
import { writeWhole } from '../snapshots/snapshot-folder.ts';
import { storedHead } from '../stored-history.ts';
import { backupRecord, noteBackup } from './backup-record.ts';
import { makeBackup } from './make-backup.ts';

interface FolderOrder {
  readonly project: Id;
  readonly folder: FileSystemDirectoryHandle;
}

/**
 * Replaces the project's file in a person's folder, all of it or nothing, reads it back, and remembers it as the last backup.
 * Does nothing where the file has the last action already. One tab at a time. `null` where the journal is damaged: the sound file stays.
 */
export function writeToFolder({ project, folder }: FolderOrder, progress: Progress): Promise<LastBackup | null> {
  return navigator.locks.request(`attest-backup-${project}`, async () => {
    const { last } = await backupRecord(project);
    const fileName = folderFileName(project);
    const { seq } = await withProject(project, storedHead);
    if (last?.kind === 'folder' && last.seq === seq && (await holds(folder, fileName))) return last;
    const { bytes, head, whole } = await makeBackup(project, progress);
    if (!whole) return null;
    await writeWhole(folder, fileName, bytes);
    const made: LastBackup = { seq: head.seq, at: new Date().toISOString(), kind: 'folder', fileName };
    await noteBackup(project, made);
    return made;
  });
}

/** The project's file in the folder: always the same name, so that it is replaced. */
const folderFileName = (project: Id): string => `attest_project_${project.slice(0, 8)}.attest.json`;

async function holds(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch {
    return false;
  }
}
