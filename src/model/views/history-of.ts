import type { JournalEntry } from '../journal.ts';
import type { Patch } from '../patch.ts';
import type { Id } from '../records.ts';

/** An action as far as it was about one tag: what it changed of the tag and of links at it. */
export interface HistoryStep extends Pick<JournalEntry, 'id' | 'seq' | 'at' | 'author' | 'action' | 'parameters' | 'cause' | 'undoes'> {
  readonly changes: Patch;
}

/** What was done to a tag and to the links at it, in the order of the actions. */
export function historyOf(entries: Iterable<JournalEntry>, annotation: Id): HistoryStep[] {
  const steps: HistoryStep[] = [];
  for (const { id, seq, at, author, action, parameters, cause, undoes, patch } of entries) {
    const changes = patch.filter((change) => {
      if (change.table === 'annotations') return change.id === annotation;
      const link = change.table === 'relations' ? (change.after ?? change.before) : null;
      return link?.from === annotation || link?.to === annotation;
    });
    if (changes.length > 0) steps.push({ id, seq, at, author, action, parameters, cause, ...(undoes && { undoes }), changes });
  }
  return steps.sort((a, b) => a.seq - b.seq);
}
