import type { Patch } from '../model/patch.ts';
import type { Id, TextRecord } from '../model/records.ts';

/** One stored action as this tab hears of it, its own included. `seq` is its number in the journal. */
export interface Arrival {
  readonly seq: number;
  /** The id of the journal entry, which is that of the action it stores. */
  readonly id: Id;
  readonly patch: Patch;
  readonly texts: readonly TextRecord[];
  /** Where tags and links were changed that are not in the patch: text hash, a slash, set id. */
  readonly scopes?: readonly string[];
}

interface ArrivalEvents {
  /** What is stored behind this number, oldest first. */
  read(after: number): Promise<readonly Arrival[]>;
  /** The next actions in order, none left out. */
  show(arrivals: readonly Arrival[]): void;
}

// Messages of several tabs overtake one another by a few milliseconds; what is missing for longer was lost.
const patience = 50;
const patienceAfterFailure = 1_000;

/** Puts what all tabs store into the order of the journal, and reads from the database what was not heard of. */
export class Arrivals {
  #seen: number;
  #reading: Promise<void> | null = null;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #early = new Map<number, Arrival>();
  readonly #events: ArrivalEvents;

  /** Begins after the action with the number `seen`. */
  constructor(seen: number, events: ArrivalEvents) {
    this.#seen = seen;
    this.#events = events;
  }

  /** Takes notice of a stored action; it is shown once all before it were. */
  add(...arrivals: readonly Arrival[]): void {
    for (const arrival of arrivals) if (arrival.seq > this.#seen) this.#early.set(arrival.seq, arrival);
    const next: Arrival[] = [];
    for (let arrival = this.#early.get(this.#seen + 1); arrival; arrival = this.#early.get(this.#seen + 1)) {
      this.#seen += 1;
      this.#early.delete(this.#seen);
      next.push(arrival);
    }
    if (next.length > 0) this.#events.show(next);
    if (this.#early.size > 0) this.#lookLater(patience);
  }

  /** Begins again with the first action, because the journal does. */
  beginAnew(): void {
    this.#seen = 0;
    this.#early.clear();
  }

  /** Reads what was stored and not heard of, up to the moment of the call. */
  catchUp(): Promise<void> {
    // What is being read may already lack what was stored since.
    if (this.#reading) this.#again = true;
    this.#reading ??= this.#readUp().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readUp(): Promise<void> {
    do {
      this.#again = false;
      await this.#read();
    } while (this.#again);
  }

  async #read(): Promise<void> {
    try {
      this.add(...(await this.#events.read(this.#seen)));
    } catch {
      // A failing store is reported by the next action; what it holds is still there when it answers again.
      this.#lookLater(patienceAfterFailure);
    }
  }

  #lookLater(delay: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#early.size > 0 || delay > patience) void this.catchUp();
    }, delay);
  }
}
