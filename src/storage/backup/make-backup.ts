import { brokenAt } from '../../formats/chain.ts';
import { phraseOf } from '../../formats/package/phrase.ts';
import { largest } from '../../formats/package/read.ts';
import { application, writePackage } from '../../formats/package/write.ts';
import { storageMessages } from '../../messages/storage-panel.ts';
import type { JournalEntry } from '../../model/journal.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Id } from '../../model/records.ts';
import { replay } from '../../model/replay.ts';
import { backupContents } from '../../model/views/backup-contents.ts';
import { type Head, noHead } from '../journal/line.ts';
import type { Progress } from '../progress.ts';
import { withProject } from '../project-connection.ts';
import type { ProjectDatabase } from '../project-database.ts';
import { projectIn, readStored, textsIn } from '../stored.ts';
import { readJournal } from './read-journal.ts';

/** A backup as bytes, and the last action that is in it. */
export interface Backup {
  readonly bytes: Uint8Array;
  readonly phrase: string;
  readonly head: Head;
  /** `false` where the stored journal is damaged: then the backup holds the records without it. */
  readonly whole: boolean;
}

/** Everything that is stored of a project as one package. Throws a RangeError where it is more than a file may have. */
export function makeBackup(project: Id, progress: Progress): Promise<Backup> {
  return withProject(project, (database) => backupOf(database, progress));
}

/** Everything in the database as one package. */
async function backupOf(database: ProjectDatabase, progress: Progress): Promise<Backup> {
  const journal = await readJournal(database, (read, all) => progress(read, all * 2));
  const contents = (await fromJournal(database, journal)) ?? backupContents(projectIn(await readStored(database)), null);
  const { bytes, checksum } = writePackage(contents, application);
  // What is written must be read again.
  if (bytes.length > largest) throw new RangeError(storageMessages.tooLarge);
  return { bytes, phrase: phraseOf(checksum), head: journal.at(-1) ?? noHead, whole: contents.journal !== undefined };
}

/**
 * The records as the actions make them, so that file and journal agree whatever is written meanwhile: actions and texts are
 * never changed. `null` where the journal is damaged.
 */
async function fromJournal(database: ProjectDatabase, journal: readonly JournalEntry[]): Promise<PackageContents | null> {
  const { project, refused } = replay(journal.map(({ patch }) => patch));
  if (refused !== null || brokenAt(journal) !== null) return null;
  const texts = textsIn({ texts: await database.texts.toArray(), parts: await database.parts.toArray() });
  return backupContents({ ...project, texts: new Map(texts.map((text) => [text.id, text])) }, journal);
}
