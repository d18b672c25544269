import type { EntryDraft } from '../model/journal.ts';
import type { TextRecord } from '../model/records.ts';
import type { ProjectStore } from '../storage/project-store.ts';
import type { Saving } from './state.ts';

interface Pending {
  readonly draft: EntryDraft;
  readonly texts: readonly TextRecord[];
  readonly settle: () => void;
}

export interface SaverEvents {
  saving(saving: Saving): void;
  stored(draft: EntryDraft, texts: readonly TextRecord[]): void;
  /** The stored record differs from what the action was made on; the action is dropped, nothing was written. */
  refused(draft: EntryDraft, error: unknown): void;
  /** Why the store failed, as a message id. */
  reason(error: unknown): string;
  isConflict(error: unknown): boolean;
}

// First retry soon, for a hiccup; later ones rarely, because hammering a full disk helps nobody.
const delays = [1_000, 2_000, 5_000, 15_000, 30_000];

/** The queue of actions not yet stored. An action leaves it only when the store has it or refuses it as a conflict. */
export class Saver {
  #queue: Pending[] = [];
  #running = false;
  #failures = 0;
  #reason: string | null = null;
  #idle: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #store: ProjectStore;
  readonly #events: SaverEvents;

  constructor(store: ProjectStore, events: SaverEvents) {
    this.#store = store;
    this.#events = events;
  }

  /** What is not stored yet, oldest first. */
  get pending(): readonly EntryDraft[] {
    return this.#queue.map((item) => item.draft);
  }

  /** Queues the action; resolves once it is stored or refused. */
  add(draft: EntryDraft, texts: readonly TextRecord[]): Promise<void> {
    return new Promise((settle) => {
      this.#queue.push({ draft, texts, settle });
      this.#tell();
      if (this.#timer === undefined) void this.#run();
    });
  }

  /** Resolves when the queue is empty. */
  async idle(): Promise<void> {
    while (this.#queue.length > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Tries again at once. */
  retry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let next = this.#queue[0]; next; next = this.#queue[0]) {
        if (!(await this.#save(next))) return;
      }
      this.#events.saving({ kind: 'saved' });
      for (const resolve of this.#idle.splice(0)) resolve();
    } finally {
      this.#running = false;
    }
  }

  async #save(item: Pending): Promise<boolean> {
    try {
      await this.#store.commit(item.draft, item.texts);
    } catch (error) {
      if (!this.#events.isConflict(error)) {
        this.#fail(error);
        return false;
      }
      this.#leave(item);
      this.#events.refused(item.draft, error);
      return true;
    }
    this.#leave(item);
    this.#events.stored(item.draft, item.texts);
    return true;
  }

  #leave(item: Pending): void {
    this.#queue.shift();
    this.#failures = 0;
    this.#reason = null;
    if (this.#queue.length > 0) this.#tell();
    item.settle();
  }

  #tell(): void {
    const count = this.#queue.length;
    this.#events.saving(this.#reason === null ? { kind: 'saving', count } : { kind: 'not-saved', count, reason: this.#reason });
  }

  #fail(error: unknown): void {
    const delay = delays[Math.min(this.#failures, delays.length - 1)];
    this.#failures += 1;
    this.#reason = this.#events.reason(error);
    this.#tell();
    this.#timer = setTimeout(() => this.retry(), delay);
  }
}
