import { journalLines } from '../../formats/journal-lines.ts';
import type { Id } from '../../model/records.ts';
import type { Progress } from '../progress.ts';
import { withProject } from '../project-connection.ts';
import { readJournal } from './read-journal.ts';

/** The journal of a project in lines, and how many actions it holds. */
export interface JournalFile {
  readonly file: Blob;
  readonly actions: number;
}

/** Makes a file of every action of a project. */
export function saveJournal({ project }: { readonly project: Id }, progress: Progress): Promise<JournalFile> {
  return withProject(project, async (database) => {
    const entries = await readJournal(database, progress);
    return { file: new Blob([...journalLines(entries)], { type: 'application/jsonl' }), actions: entries.length };
  });
}
