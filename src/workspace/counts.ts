import type { StoreApi } from 'zustand/vanilla';
import type { Patch } from '../model/patch.ts';
import { countersTouched } from '../storage/counting.ts';
import type { ProjectStore } from '../storage/project-store.ts';
import type { WorkspaceState } from './state.ts';

/** Keeps the numbers beside the titles up to date. */
export class Counts {
  readonly #store: Pick<ProjectStore, 'counters'>;
  readonly #state: Pick<StoreApi<WorkspaceState>, 'setState'>;
  readonly #outdated = new Set<string>();
  #reading = false;

  constructor(store: Pick<ProjectStore, 'counters'>, state: Pick<StoreApi<WorkspaceState>, 'setState'>) {
    this.#store = store;
    this.#state = state;
  }

  /** Reads again what this patch, which is stored, has changed, and `more`; nothing else, or each action would cost more in a larger library. */
  follow(patch: Patch, more: readonly string[]): void {
    for (const key of [...countersTouched(patch), ...more]) this.#outdated.add(key);
    if (!this.#reading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#outdated.size > 0) {
        const keys = [...this.#outdated];
        this.#outdated.clear();
        const read = await this.#store.counters(keys);
        this.#state.setState(({ counters }) => ({ counters: new Map([...counters, ...read]) }));
      }
    } catch {
      // Numbers beside titles are no reason to complain: a failing store is reported by the next action.
    } finally {
      this.#reading = false;
    }
  }
}
