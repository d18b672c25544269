import type { Anchored } from './anchored.ts';

/**
 * A tag (between ⟦ and ⟧) in a text, and where it belongs in another version of it; no brackets there: nowhere. `without` is what may be
 * said where the old text is not at hand, with the reason, if that is not the same.
 */
export interface MarkedCase {
  readonly situation: string;
  readonly status: Anchored['status'];
  readonly old: string;
  readonly now: string;
  readonly without?: readonly [status: Anchored['status'], reason: string];
}

/** One line of the table. */
export type Row = readonly [status: Anchored['status'], old: string, now: string, without?: MarkedCase['without']];
