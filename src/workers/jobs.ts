import type { Annotation } from '../model/records.ts';
import { standingsIn } from '../model/views/standings-in.ts';
import { measureAgreement, showPassages } from '../storage/agreement/agreement-jobs.ts';
import { backUp } from '../storage/backup/backup-job.ts';
import { saveJournal } from '../storage/backup/journal-job.ts';
import { restoreBackup } from '../storage/backup/restore-backup.ts';
import { writeToFolder } from '../storage/backup/write-to-folder.ts';
import { checkProject } from '../storage/check/check-project.ts';
import { countAnew } from '../storage/check/count-anew.ts';
import { describeProject } from '../storage/erase/describe-project.ts';
import { historyOfTag } from '../storage/history-job.ts';
import { decideImport, readImport, writeImport } from '../storage/importing/import-jobs.ts';
import { takeBack } from '../storage/importing/take-back.ts';
import { lookThrough } from '../storage/look-through.ts';
import { recheckTags } from '../storage/recheck/recheck-tags.ts';
import { takeSnapshot } from '../storage/snapshots/take-snapshot.ts';
import type { Readable } from '../suggest/attribution.ts';
import { suggestionsIn } from '../suggest/suggestions.ts';

// Reading a long article takes more than a frame.
const suggest = async (article: Readable) => suggestionsIn(article);

const standing = async ({ oldText, newText, annotations }: StandingInput) => standingsIn(oldText, newText, annotations);

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
  decideImport,
  describeProject,
  historyOfTag,
  lookThrough,
  measureAgreement,
  readImport,
  recheckTags,
  restoreBackup,
  saveJournal,
  showPassages,
  standing,
  suggest,
  takeBack,
  takeSnapshot,
  writeImport,
  writeToFolder,
} as const;

/** The table as a type: what each job needs and gives. */
export type Jobs = typeof jobs;
