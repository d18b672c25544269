import type { Id } from '../../model/records.ts';
import type { JournalAction } from '../journal/line.ts';
import { actionsOf } from './package-actions.ts';
import { SnapshotFolder } from './snapshot-folder.ts';

/** The generation of the newest snapshot; 0 where there is none. */
export async function newestGeneration(project: Id): Promise<number> {
  const folder = await SnapshotFolder.find(project);
  return (await folder?.list())?.[0]?.seq ?? 0;
}

/** Every action up to the newest snapshot that can be read; none where none can. */
export async function earlierActions(project: Id): Promise<JournalAction[]> {
  const folder = await SnapshotFolder.find(project);
  if (!folder) return [];
  // Reading packages is a large piece of program that a sound project never needs here.
  const { readPackageFile } = await import('../read-package-file.ts');
  for (const state of await folder.list()) {
    const read = await folder
      .file(state)
      .then(readPackageFile)
      .catch(() => null);
    if (read && 'contents' in read) return actionsOf(read.contents);
  }
  return [];
}
