import type { Id } from '../../model/records.ts';
import { baseName, JournalFolder } from '../journal/folder.ts';
import type { Progress } from '../progress.ts';
import { withProject } from '../project-connection.ts';
import { readPackageFile } from '../read-package-file.ts';
import { SnapshotFolder } from '../snapshots/snapshot-folder.ts';
import { readStored, type Stored } from '../stored.ts';
import { findingsInFiles, type ReadFile } from './check-files.ts';
import { findingsIn } from './check-stored.ts';
import type { CheckReport, Finding } from './finding.ts';

const hasFiles = (): boolean => typeof navigator.storage?.getDirectory === 'function';

// A tab writes an action into the database first; its line follows within this time.
const patience = 1_000;

/** Verifies everything that is stored of a project, in both copies. Changes nothing. */
export async function checkProject({ project }: { readonly project: Id }, progress: Progress): Promise<CheckReport> {
  const stored = await withProject(project, readStored);
  const findings = findingsIn(stored, (done, total) => progress(done, total + 1));
  const { files, behind } = await checkFiles(project, stored);
  const earlier = await checkNewestState(project);
  const counted = (table: 'annotations' | 'relations') => stored.pages.reduce((sum, page) => sum + page[table].length, 0);
  return {
    at: new Date().toISOString(),
    findings: [...findings, ...behind, ...earlier],
    texts: stored.texts.length,
    tags: counted('annotations'),
    links: counted('relations'),
    actions: stored.journal.length,
    files,
  };
}

async function checkFiles(project: Id, { journal }: Stored): Promise<{ files: number; behind: Finding[] }> {
  if (!hasFiles()) return { files: 0, behind: [] };
  const folder = await JournalFolder.open(project);
  const read = await readFiles(folder);
  const behind = findingsInFiles(journal, read);
  if (!behind.some(({ kind }) => kind === 'file-behind')) return { files: read.length, behind };
  await new Promise((resolve) => setTimeout(resolve, patience));
  const again = await readFiles(folder);
  return { files: again.length, behind: findingsInFiles(journal, again) };
}

/** The newest earlier state, unpacked and read like a file from elsewhere. */
async function checkNewestState(project: Id): Promise<Finding[]> {
  const folder = await SnapshotFolder.find(project);
  const [newest] = (await folder?.list()) ?? [];
  if (!folder || !newest) return [];
  const read = await readPackageFile(await folder.file(newest));
  return 'faults' in read ? [{ kind: 'snapshot', detail: newest.name }] : [];
}

async function readFiles(folder: JournalFolder): Promise<ReadFile[]> {
  const names = [baseName, ...(await folder.tabFiles())];
  return Promise.all(names.map(async (name) => ({ name, ...(await folder.lines(name)) })));
}
