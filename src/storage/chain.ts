import { canonicalJson } from '../formats/canonical.ts';
import type { EntryDraft, JournalEntry } from '../model/journal.ts';
import { sha256 } from '../text/hash.ts';

/** The draft as the entry after `last`: its number, the hash of the one before, and its own over both. */
export function chained(draft: EntryDraft, last: Pick<JournalEntry, 'seq' | 'hash'> | null): JournalEntry {
  const entry = { ...draft, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? '' };
  return { ...entry, hash: sha256(canonicalJson(entry)) };
}

/** The number of the first entry that does not follow from the one before it; `null` when the chain holds. */
export function brokenAt(entries: readonly JournalEntry[]): number | null {
  let last: JournalEntry | null = null;
  for (const entry of entries) {
    const { hash, seq: _seq, previous: _previous, ...draft } = entry;
    if (chained(draft, last).hash !== hash) return entry.seq;
    last = entry;
  }
  return null;
}
