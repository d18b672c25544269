import { packageMessages } from '../../messages/package.ts';
import { sameJson } from '../../model/equal.ts';
import type { JournalEntry } from '../../model/journal.ts';
import { recordsIn } from '../../model/keyed-records.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { replay } from '../../model/replay.ts';
import { holds } from '../chain.ts';
import { type Fault, pointer } from '../fault.ts';

/** What is wrong with the journal of a backup: a gap, a broken chain, or other records than its actions make. None where there is no journal. */
export function faultsInJournal(contents: PackageContents): Fault[] {
  const { journal } = contents;
  if (!journal) return [];
  const places = new Map(journal.map((entry, index) => [entry, index]));
  const at = (entry: JournalEntry | undefined, member: keyof JournalEntry, said: Omit<Fault, 'path'>): Fault[] => [
    { path: pointer(['journal', places.get(entry as JournalEntry) ?? 0, member]), ...said },
  ];
  const entries = [...journal].sort((a, b) => a.seq - b.seq);
  const gap = entries.find(({ seq }, index) => seq !== index + 1);
  if (gap) return at(gap, 'seq', packageMessages.journalGap(gap.seq));
  const apart = entries.find(({ previous }, index) => previous !== (entries[index - 1]?.hash ?? ''));
  if (apart) return at(apart, 'previous', packageMessages.journalChain(apart.seq));
  const changed = entries.find((entry) => !holds(entry));
  if (changed) return at(changed, 'hash', packageMessages.journalEntry(changed.seq));
  const { project, refused } = replay(entries.map(({ patch }) => patch));
  if (refused !== null) return at(entries[refused], 'patch', packageMessages.journalPatch(refused + 1));
  const records = recordsIn(contents);
  const other = records.find(({ table, id, record }) => !sameJson(project[table].get(id) ?? null, record));
  if (other) return [{ path: '/journal', ...packageMessages.journalRecord(other.table, other.id) }];
  const made = Object.values(project).reduce((sum, table) => sum + table.size, 0);
  return made === records.length ? [] : [{ path: '/journal', ...packageMessages.journalMissing(made - records.length) }];
}
