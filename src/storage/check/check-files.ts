import type { JournalEntry } from '../../model/journal.ts';
import type { JournalAction } from '../journal/line.ts';
import type { Finding } from './finding.ts';

/** A file of the second copy as it was read. */
export interface ReadFile {
  readonly name: string;
  readonly actions: readonly JournalAction[];
  readonly damaged: number;
}

/** What the second copy lacks or says otherwise than the journal in the database. That it is ahead is no fault: it was read later. */
export function findingsInFiles(journal: readonly Pick<JournalEntry, 'seq' | 'hash'>[], files: readonly ReadFile[]): Finding[] {
  const written = new Map(files.flatMap(({ actions }) => actions.map(({ entry }) => [entry.hash, entry.seq])));
  const stored = new Map(journal.map(({ seq, hash }) => [seq, hash]));
  const behind = journal.filter(({ hash }) => !written.has(hash)).map(({ seq }) => seq);
  const other = new Set([...written].filter(([hash, seq]) => (stored.get(seq) ?? hash) !== hash).map(([, seq]) => seq));
  return [
    ...files
      .filter(({ damaged }) => damaged > 0)
      .map(({ name, damaged }): Finding => ({ kind: 'file-line', detail: `${name}: ${damaged}` })),
    ...(behind.length > 0 ? [{ kind: 'file-behind' as const, detail: ranges(behind) }] : []),
    ...(other.size > 0 ? [{ kind: 'file-other' as const, detail: ranges([...other].sort((a, b) => a - b)) }] : []),
  ];
}

/** Rising numbers as "1–3, 7". */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
