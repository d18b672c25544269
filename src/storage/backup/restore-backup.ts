import type { Fault } from '../../formats/fault.ts';
import type { Id } from '../../model/records.ts';
import type { JournalAction } from '../journal/line.ts';
import { databaseName, withList } from '../list-database.ts';
import { openBesides } from '../open-besides.ts';
import type { Progress } from '../progress.ts';
import { ProjectDatabase } from '../project-database.ts';
import { readPackageFile } from '../read-package-file.ts';
import { actionsOf } from '../snapshots/package-actions.ts';
import { replay } from '../stored-history.ts';

/** The new project; or that the file holds no journal, or what is wrong with it. Then nothing was made. */
export type Restored =
  | { readonly kind: 'restored'; readonly project: Id }
  | { readonly kind: 'no-journal' }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** Makes a new project out of a backup, the one to be opened next. It is in the list only when all of it is stored. */
export async function restoreBackup({ file }: { readonly file: Blob }, progress: Progress): Promise<Restored> {
  progress(0, 2);
  const read = await readPackageFile(file);
  if ('faults' in read) return { kind: 'refused', faults: read.faults };
  const actions = actionsOf(read.contents);
  if (actions.length === 0) return { kind: 'no-journal' };
  progress(1, 2);
  const project = crypto.randomUUID();
  await fill(databaseName(project), actions);
  await withList((list) =>
    list.transaction('rw', list.projects, list.people, async () => {
      const last = await list.projects.orderBy('opened').last();
      await list.projects.put({ id: project, opened: (last?.opened ?? 0) + 1 });
      // Who acted where the backup was made works on from here.
      await list.people.bulkPut([...new Set(actions.map(({ entry }) => entry.author))].map((id) => ({ id })));
    }),
  );
  return { kind: 'restored', project };
}

async function fill(name: string, actions: readonly JournalAction[]): Promise<void> {
  const database = await openBesides((readOnly) => new ProjectDatabase(name, readOnly));
  try {
    await replay(database, actions);
    // The first tab takes over the history of the one that acted last, so that its work can still be undone.
    const tab = actions.at(-1)?.entry.tab;
    if (tab !== undefined) await database.tabs.put({ tab, order: 1, memory: {} });
  } finally {
    database.close();
  }
}
