import { workspaceMessages } from '../messages/workspace.ts';
import type { Waiting } from '../storage/open-database.ts';
import type { OpeningEvents } from '../storage/open-project-database.ts';
import type { Host } from './host.ts';
import type { ReadOnlyReason } from './state.ts';

/** Why the start takes long enough to be told. */
export type StartWaiting = Waiting | 'opening';

// Until then an empty page is less restless than a word that is gone at once.
const moment = 1_000;

/** What the databases tell, before there is a running program to tell it to and after. */
export class Opening {
  #host: Pick<Host, 'notice' | 'stopWriting'> | null = null;
  #readOnly: ReadOnlyReason | null = null;
  #copyKept = true;
  readonly #slow: ReturnType<typeof setTimeout>;
  readonly events: OpeningEvents;

  /** `waiting` is called when the start takes longer than a moment, until `done`. */
  constructor(waiting: (why: StartWaiting) => void) {
    this.#slow = setTimeout(() => waiting('opening'), moment);
    this.events = {
      waiting: (why) => {
        this.done();
        if (!this.#host) waiting(why);
      },
      readOnly: (reason) => void this.#stop(reason),
      superseded: () => this.#stop('updated-elsewhere'),
      migrating: (kept) => {
        this.#copyKept = kept;
      },
    };
  }

  /** Why nothing may be written; `null` when it may. */
  get readOnly(): ReadOnlyReason | null {
    return this.#readOnly;
  }

  done(): void {
    clearTimeout(this.#slow);
  }

  /** Says what there is to say, and from now on at once. */
  sayThrough(host: Pick<Host, 'notice' | 'stopWriting'>): void {
    this.#host = host;
    if (this.#readOnly !== null) void host.stopWriting(this.#readOnly);
    if (!this.#copyKept) host.notice(workspaceMessages.migratedWithoutCopy, 'refused');
  }

  // The first reason is the one to be told: the others follow from it.
  async #stop(reason: ReadOnlyReason): Promise<void> {
    this.#readOnly ??= reason;
    await this.#host?.stopWriting(this.#readOnly);
  }
}
