import type { JournalEntry } from '../../model/journal.ts';
import type { ProjectDatabase } from '../project-database.ts';
import { withoutIndex } from '../stored-history.ts';

// Few enough that a read between two actions of a person does not make the second one wait.
const atOnce = 200;

/** Every stored action in order, as it was made; `told` hears how many of all were read. */
export async function readJournal(
  { journal }: ProjectDatabase,
  told: (read: number, all: number) => void,
): Promise<readonly JournalEntry[]> {
  const last = (await journal.orderBy('seq').last())?.seq ?? 0;
  const entries: JournalEntry[] = [];
  for (let from = 1; from <= last; from += atOnce) {
    told(from, last);
    const some = await journal
      .where('seq')
      .between(from, Math.min(last, from + atOnce - 1), true, true)
      .sortBy('seq');
    entries.push(...some.map(withoutIndex));
  }
  told(last, last);
  return entries;
}
