import type { LaidOutDatabase, ReadOnlyReason } from './laid-out-database.ts';
import { openDatabase } from './open-database.ts';

/** One more connection to a database that the page has open already, for a single piece of work; nobody is told anything about it. */
export function openBesides<D extends LaidOutDatabase>(make: (readOnly: ReadOnlyReason | null) => D): Promise<D> {
  return openDatabase(make, { waiting: () => undefined, readOnly: () => undefined, superseded: () => Promise.resolve() });
}
