import type { Host } from '../host.ts';
import type { WorkspaceState } from '../state.ts';

/** What came with the call: from a button its own arguments, from a key nothing. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One thing a person can do. `keys` are chords as `chordOf` gives them; `available` decides whether button and key are alive. */
export interface Action {
  readonly id: string;
  readonly keys?: readonly string[];
  available(state: WorkspaceState): boolean;
  run(host: Host, parameters: Parameters): void | Promise<void>;
}

/** A string parameter; `null` when absent. */
export function text(parameters: Parameters, name: string): string | null {
  const value = parameters[name];
  return typeof value === 'string' ? value : null;
}
