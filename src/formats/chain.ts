import type { EntryDraft, JournalEntry } from '../model/journal.ts';
import { sha256 } from '../text/hash.ts';
import { canonicalJson } from './canonical.ts';

/** The draft as the entry after `last`: its number, the hash of the one before, and its own over both. */
export function chained(draft: EntryDraft, last: Pick<JournalEntry, 'seq' | 'hash'> | null): JournalEntry {
  const entry = { ...draft, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? '' };
  return { ...entry, hash: sha256(canonicalJson(entry)) };
}

/** True when the entry's hash is that of its contents. */
export function holds({ hash, seq, previous, ...draft }: JournalEntry): boolean {
  return chained(draft, { seq: seq - 1, hash: previous }).hash === hash;
}

/** The number of the first entry that does not follow from the one before it; `null` when the chain holds. */
export function brokenAt(entries: readonly JournalEntry[]): number | null {
  const broken = entries.find(
    (entry, index) => entry.seq !== index + 1 || entry.previous !== (entries[index - 1]?.hash ?? '') || !holds(entry),
  );
  return broken?.seq ?? null;
}
