import type { EntryDraft } from '../../src/model/journal.ts';
import type { TextRecord } from '../../src/model/records.ts';
import { Saver as HonestSaver } from '../../src/workspace/saver.ts';

// Longer than the browser lives in the test.
const pause = 30_000;

/** The broken variant the kill test must catch: of an action that changes several records it stores the first at once, the others later. */
export class Saver extends HonestSaver {
  override add(draft: EntryDraft, texts: readonly TextRecord[]): Promise<void> {
    const [first, ...others] = draft.patch;
    if (others.length > 0) setTimeout(() => void super.add({ ...draft, id: crypto.randomUUID(), patch: others }, []), pause);
    return super.add({ ...draft, patch: first ? [first] : [] }, texts);
  }
}
