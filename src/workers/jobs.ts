import type { Annotation } from '../model/records.ts';
import { standingsIn } from '../model/views/standings-in.ts';
import { backUp } from '../storage/backup/backup-job.ts';
import { restoreBackup } from '../storage/backup/restore-backup.ts';
import { writeToFolder } from '../storage/backup/write-to-folder.ts';
import { checkProject } from '../storage/check/check-project.ts';
import { countAnew } from '../storage/check/count-anew.ts';
import { describeProject } from '../storage/erase/describe-project.ts';
import { lookThrough } from '../storage/look-through.ts';
import type { readOtherFiles as read } from '../storage/read-other-files.ts';
import { readPackageFile } from '../storage/read-package-file.ts';
import { recheckTags } from '../storage/recheck/recheck-tags.ts';
import { takeSnapshot } from '../storage/snapshots/take-snapshot.ts';
import type { Readable } from '../suggest/attribution.ts';
import { suggestionsIn } from '../suggest/suggestions.ts';

// Reading a long article takes more than a frame.
const suggest = async (article: Readable) => suggestionsIn(article);

const standing = async ({ oldText, newText, annotations }: StandingInput) => standingsIn(oldText, newText, annotations);

const readFile = ({ file }: { readonly file: Blob }) => readPackageFile(file);

// The formats of other tools are needed seldom, and every worker would have to be given them.
const readOtherFiles = async (input: Parameters<typeof read>[0]) => (await import('../storage/read-other-files.ts')).readOtherFiles(input);

interface StandingInput {
  readonly oldText: string;
  readonly newText: string;
  readonly annotations: readonly Annotation[];
}

/** Everything that is done off the main thread, by name. */
export const jobs = {
  backUp,
  checkProject,
  countAnew,
  describeProject,
  lookThrough,
  readFile,
  readOtherFiles,
  recheckTags,
  restoreBackup,
  standing,
  suggest,
  takeSnapshot,
  writeToFolder,
} as const;

/** The table as a type: what each job needs and gives. */
export type Jobs = typeof jobs;
