import type { Id } from '../../model/records.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { gzip } from '../gzip.ts';
import type { Progress } from '../progress.ts';
import { withProject } from '../project-connection.ts';
import { storedHead } from '../stored-history.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
import { snapshotName, surplus } from './snapshot-name.ts';

/** Puts the project's state into the ring unless it is there already or its journal is damaged. One tab at a time. */
export function takeSnapshot({ project }: { readonly project: Id }, progress: Progress): Promise<void> {
  return navigator.locks.request(`attest-snapshot-${project}`, async () => {
    const folder = await SnapshotFolder.open(project);
    const [newest] = await folder.list();
    const { seq } = await withProject(project, storedHead);
    if (seq === newest?.seq) return;
    const { bytes, head, whole } = await makeBackup(project, progress);
    // A damaged state must not take the place of a sound one.
    if (!whole) return;
    await folder.write(snapshotName(head.seq, new Date().toISOString()), await gzip(bytes));
    for (const state of surplus(await folder.list())) await folder.remove(state);
  });
}
