import type { StoreApi } from 'zustand/vanilla';
import type { Session, WorkspaceState } from './state.ts';

/** The running program without React. */
export interface Workspace {
  readonly state: StoreApi<WorkspaceState>;
  /** Runs an action of the table by id; does nothing when it is not available now. */
  perform(action: string, parameters?: Readonly<Record<string, unknown>>): void;
  /** Takes a notice away. */
  dismiss(notice: number): void;
  /** Changes what is merely seen. */
  show(change: Partial<Session>): void;
}
