import type { EntryDraft } from '../../src/model/journal.ts';
import type { TextRecord } from '../../src/model/records.ts';
import type { ProjectStore } from '../../src/storage/project-store.ts';
import { Saver as HonestSaver, type SaverEvents } from '../../src/workspace/saver.ts';

// The usual pause of a debounced save.
const pause = 300;

/** The broken variant the kill test must catch: it says "Saved" at once and stores after a pause. */
export class Saver extends HonestSaver {
  readonly #events: SaverEvents;
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: ProjectStore, events: SaverEvents) {
    super(store, events);
    this.#events = events;
  }

  override add(draft: EntryDraft, texts: readonly TextRecord[]): Promise<void> {
    this.#waiting.push(() => void super.add(draft, texts));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const store of this.#waiting.splice(0)) store();
    }, pause);
    this.#events.saving({ kind: 'saving', count: 1 });
    setTimeout(() => this.#events.saving({ kind: 'saved' }));
    return Promise.resolve();
  }
}
