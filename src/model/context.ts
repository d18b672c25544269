import type { Id, Time } from './records.ts';

/** What a command may not take for itself: fresh ids, the time, who acts, and the set that is written to. */
export interface Context {
  /** A new UUID at each call. */
  id(): Id;
  now(): Time;
  readonly author: Id;
  readonly set: Id;
}
