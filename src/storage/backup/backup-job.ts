import type { Id } from '../../model/records.ts';
import type { Head } from '../journal/line.ts';
import type { Progress } from '../progress.ts';
import { makeBackup } from './make-backup.ts';

/** A backup as a file with its name. */
export interface BackupFile {
  readonly file: Blob;
  readonly fileName: string;
  readonly head: Head;
  readonly whole: boolean;
}

/** Makes a backup file of a project. */
export async function backUp({ project }: { readonly project: Id }, progress: Progress): Promise<BackupFile> {
  const { bytes, phrase, head, whole } = await makeBackup(project, progress);
  return { file: new Blob([new Uint8Array(bytes)], { type: 'application/json' }), fileName: backupName(phrase), head, whole };
}

/** The name of a backup made today. */
function backupName(phrase: string): string {
  return `attest_backup_${new Date().toISOString().slice(0, 10)}_${phrase.replaceAll(' ', '-')}.attest.json`;
}
