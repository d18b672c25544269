import type { EntryDraft, JournalEntry, Partly } from '../model/journal.ts';
import type { TextRecord } from '../model/records.ts';
import { NotJournaledError } from '../storage/errors.ts';
import type { Saving } from './state.ts';

/** What stores an action. */
interface Storing {
  commit(draft: EntryDraft, texts: readonly TextRecord[]): Promise<Partly<JournalEntry>>;
}

interface Pending {
  readonly draft: EntryDraft;
  readonly texts: readonly TextRecord[];
  /** Whoever stores it, where that is not the saver's own store. */
  readonly by: Storing | null;
  readonly settle: () => void;
  /** In the database, but not yet in the journal. */
  half: boolean;
}

export interface SaverEvents {
  saving(saving: Saving): void;
  /** `entry` is what was stored in the end. */
  stored(draft: EntryDraft, texts: readonly TextRecord[], entry: Partly<JournalEntry>): void;
  /** Another tab is in the way; the action is dropped, nothing was written. */
  refused(draft: EntryDraft, texts: readonly TextRecord[], error: unknown): void;
  /** The store failed; called before it is tried again. */
  failed(error: unknown): void;
  /** Why the store failed, as a message id. */
  reason(error: unknown): string;
  isConflict(error: unknown): boolean;
}

// First retry soon, for a hiccup; later ones more rarely, because hammering a full disk helps nobody; but work is to be safe
// within ten seconds of the moment there is space again.
const delays = [1_000, 2_000, 3_000];

// When "saving" is no longer the whole truth: the line must say so within a second, on a busy machine too.
const slowAfter = 500;

/** The queue of actions not yet stored. An action leaves it only when the store has it or refuses it as a conflict. */
export class Saver {
  #queue: Pending[] = [];
  #running = false;
  #failures = 0;
  #typing = false;
  #reason: string | null = null;
  #idle: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #store: Storing;
  readonly #events: SaverEvents;

  constructor(store: Storing, events: SaverEvents) {
    this.#store = store;
    this.#events = events;
  }

  /** Stores these actions in place of those that wait, and at once; whoever waits for one of those waits for all of these. */
  replace(drafts: readonly EntryDraft[], texts: readonly TextRecord[]): void {
    const waiting = this.#queue;
    const settle = () => {
      for (const item of waiting) item.settle();
    };
    this.#queue = drafts.map((draft, index) => ({
      draft,
      // A text that is stored already is not stored again.
      texts: index === 0 ? texts : [],
      by: null,
      settle: index === drafts.length - 1 ? settle : () => undefined,
      half: false,
    }));
    this.retry();
  }

  /** What is not stored yet, oldest first. */
  get pending(): readonly EntryDraft[] {
    return this.#queue.map((item) => item.draft);
  }

  /** What not even the database has, oldest first. */
  get unwritten(): readonly EntryDraft[] {
    return this.#queue.flatMap(({ draft, half }) => (half ? [] : [draft]));
  }

  /** What is in the database and not yet in the journal, oldest first. */
  get half(): readonly EntryDraft[] {
    return this.#queue.flatMap(({ draft, half }) => (half ? [draft] : []));
  }

  /** The texts that came with what is not stored yet. */
  get unsavedTexts(): readonly TextRecord[] {
    return this.#queue.flatMap(({ texts }) => texts);
  }

  /** Queues the action, to be stored by its own store where it has one; resolves once it is stored or refused. */
  add(draft: EntryDraft, texts: readonly TextRecord[], by: Storing | null = null): Promise<void> {
    return new Promise((settle) => {
      this.#queue.push({ draft, texts, by, settle, half: false });
      this.#tell();
      // What only the journal refuses keeps nothing else waiting.
      if (this.#timer === undefined || this.#queue.slice(0, -1).every(({ half }) => half)) this.retry();
    });
  }

  /** Resolves when the queue is empty. */
  async idle(): Promise<void> {
    while (this.#queue.length > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Words are being typed that no action has taken yet: until then the line must not say "Saved". */
  typing(now: boolean): void {
    this.#typing = now;
    this.#tell();
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
      while (this.#queue.length > 0) {
        const failure = await this.#saveAll();
        if (failure !== null) return this.#fail(failure);
      }
      for (const resolve of this.#idle.splice(0)) resolve();
    } finally {
      this.#running = false;
    }
  }

  /** Stores one action after the other, as far as that goes; gives what went wrong. A failing journal keeps nothing from the database. */
  async #saveAll(): Promise<unknown> {
    let failure: unknown = null;
    for (let next = this.#queue[0]; next; next = this.#queue.find(({ half }) => failure === null || !half)) {
      const error = await this.#save(next);
      if (error !== null && !next.half) return error;
      failure ??= error;
    }
    return failure;
  }

  /** Gives why the action is not saved; `null` when it is, or never will be. */
  async #save(item: Pending): Promise<unknown> {
    // Whoever stores large actions takes its time, and says how far it is.
    const slow = item.by ? undefined : setTimeout(() => this.#blame('blocked'), slowAfter);
    let entry: Partly<JournalEntry>;
    try {
      entry = await (item.by ?? this.#store).commit(item.draft, item.texts);
    } catch (error) {
      item.half ||= error instanceof NotJournaledError;
      if (!this.#events.isConflict(error)) return error;
      this.#leave(item);
      this.#events.refused(item.draft, item.texts, error);
      return null;
    } finally {
      clearTimeout(slow);
    }
    this.#leave(item);
    this.#events.stored(item.draft, item.texts, entry);
    return null;
  }

  #leave(item: Pending): void {
    // Where others were put in its place meanwhile, it is none of those.
    this.#queue = this.#queue.filter((other) => other !== item);
    this.#failures = 0;
    this.#reason = null;
    this.#tell();
    item.settle();
  }

  #tell(): void {
    const count = this.#queue.length + Number(this.#typing);
    if (count === 0) this.#events.saving({ kind: 'saved' });
    else this.#events.saving(this.#reason === null ? { kind: 'saving', count } : { kind: 'not-saved', count, reason: this.#reason });
  }

  #fail(error: unknown): void {
    const delay = delays[Math.min(this.#failures, delays.length - 1)];
    this.#failures += 1;
    this.#blame(this.#events.reason(error));
    this.#timer = setTimeout(() => this.retry(), delay);
    this.#events.failed(error);
  }

  #blame(reason: string): void {
    this.#reason = reason;
    this.#tell();
  }
}
