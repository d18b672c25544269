import type { LaidOutDatabase } from '../../src/storage/laid-out-database.ts';

/** The broken variant the versions test must catch: Dexie alone opens a database, whoever has written it. */
export async function openDatabase<D extends LaidOutDatabase>(make: (readOnly: null) => D): Promise<D> {
  const database = make(null);
  await database.open();
  return database;
}

export const openAsFound = <D extends LaidOutDatabase>(make: (readOnly: null) => D): Promise<D> => openDatabase(make);

export const isNewerThan = (): Promise<boolean> => Promise.resolve(false);
