import type { EntryDraft } from '../../src/model/journal.ts';
import type { TextRecord } from '../../src/model/records.ts';
import type { ProjectStore } from '../../src/storage/project-store.ts';
import { Saver as HonestSaver, type SaverEvents } from '../../src/workspace/saver.ts';

/**
 * The broken variant the kill test must catch: of the first action that changes several records it stores one of them, and
 * says "Saved". It stores nothing after that, because a later action would meet the half and be refused.
 */
export class Saver extends HonestSaver {
  readonly #events: SaverEvents;
  #halved = false;

  constructor(store: ProjectStore, events: SaverEvents) {
    super(store, events);
    this.#events = events;
  }

  override add(draft: EntryDraft, texts: readonly TextRecord[]): Promise<void> {
    if (!this.#halved) {
      this.#halved = draft.patch.length > 1;
      return super.add({ ...draft, patch: draft.patch.slice(0, 1) }, texts);
    }
    this.#events.saving({ kind: 'saving', count: 1 });
    setTimeout(() => this.#events.saving({ kind: 'saved' }));
    return Promise.resolve();
  }
}
