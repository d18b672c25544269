import type { Host } from '../host.ts';
import type { WorkspaceState } from '../state.ts';

/** What came with the call: from a button its own arguments, from a key nothing. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One thing a person can do. `keys` are chords as `chordOf` gives them; `available` decides whether button and key are alive. */
export interface Action {
  readonly id: string;
  readonly keys?: readonly string[];
  available(state: WorkspaceState): boolean;
  /** True for what changes the project though no tag has to be shown for it: not available while nothing may be written. */
  readonly writes?: true;
  run(host: Host, parameters: Parameters): void | Promise<void>;
}

type Run = (host: Host, parameters: Parameters) => void | Promise<void>;

const loaded = new Map<() => Promise<unknown>, unknown>();

/** What an action does, loaded when anything of the same module is done for the first time; from then on it is done at once, so that the next key meets what this one has changed. */
export const later =
  <M>(load: () => Promise<M>, pick: (module: M) => Run): Run =>
  (host, parameters) => {
    // Each module is kept under the function that loads it.
    const known = loaded.get(load) as M | undefined;
    if (known !== undefined) return pick(known)(host, parameters);
    return load().then((module) => {
      loaded.set(load, module);
      return pick(module)(host, parameters);
    });
  };

/** A string parameter; `null` when absent. */
export function text(parameters: Parameters, name: string): string | null {
  const value = parameters[name];
  return typeof value === 'string' ? value : null;
}

/** Whether the action can be run now, or could if only something might be written. */
export function availability(action: Action, state: WorkspaceState): 'available' | 'read-only' | 'none' {
  const allowed = !action.writes || state.readOnly === null;
  if (allowed && action.available(state)) return 'available';
  return state.readOnly !== null && action.available({ ...state, readOnly: null }) ? 'read-only' : 'none';
}
