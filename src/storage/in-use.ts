import type { Dexie } from 'dexie';

const lockOf = (database: string): string => `attest-use-${database}`;

// Longer than another tab needs to hear that its lock is gone, and to finish the write it was at.
const grace = 250;

/** The database, known as open in this tab until it closes; it closes when another tab takes it over. */
export function inUse<D extends Dexie>(database: D): D {
  const closed = new Promise<void>((resolve) => database.on('close', () => resolve()));
  navigator.locks.request(lockOf(database.name), { mode: 'shared' }, () => closed).catch(() => database.close());
  return database;
}

/** True while some tab has the database of a project open; false also where no locks are allowed. */
export async function someInUse(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return held.some(({ name }) => name?.startsWith(lockOf('')));
}

/** Makes every other tab close the database; resolves when what they were writing is written. */
export async function takeOver(database: string): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  if (!held.some(({ name }) => name === lockOf(database))) return;
  await navigator.locks.request(lockOf(database), { steal: true }, () => undefined);
  await new Promise((resolve) => setTimeout(resolve, grace));
}
