import { timeBoxed } from './errors.ts';
import { foundDatabase } from './found-database.ts';
import type { LaidOutDatabase, ReadOnlyReason } from './laid-out-database.ts';
import { type Layout, nativeVersion } from './layouts/layout.ts';

/** Why opening takes longer: the rows are brought to a newer layout, or a tab with an older Attest keeps the database open. */
export type Waiting = 'migrating' | 'blocked';

/** What may happen to a database while it is opened and after. */
export interface DatabaseEvents {
  /** Called when opening has to wait, and again for another reason. */
  waiting(why: Waiting): void;
  /** Called with the database as it is, before it is brought to the layout of this number. */
  beforeMigration?(database: IDBDatabase, layout: number): Promise<void>;
  /** Called where the database may only be read. */
  readOnly(reason: ReadOnlyReason): void;
  /** Another tab is about to bring the database to a newer layout. It is closed as soon as the promise is settled. */
  superseded(): Promise<void>;
}

// An old tab closes in a moment; only one that does not is worth a word.
const blockedAfter = 500;
// For a large project on a slow disk; whoever waits is told why.
const migrationPatience = 600_000;
// The longest a timer can be: for a wait that ends when somebody closes a tab, as the screen asks for.
const untilClosed = 2 ** 31 - 1;
// A tab that cannot store its last action must not hold up the others for ever.
const lastWrite = 3_000;

/**
 * Opens a database in its newest layout, brought there where it is in an older one. Where a newer Attest has written it, and
 * where it cannot be brought there, it is opened as it is, for reading only; `make` is told why. Rejects with a `StorageError`.
 */
export async function openDatabase<D extends LaidOutDatabase>(make: Make<D>, events: DatabaseEvents): Promise<D> {
  const database = make(null);
  const found = await timeBoxed(foundDatabase(database.name));
  try {
    const version = found?.version ?? database.newest;
    if (isNewer(version, database)) return await openAsFound(make, 'newer-database', events);
    if (found && version < database.newest) return await migrated(make, found, events);
    await connect(database, events, false);
    if (!isNewer(database.backendDB().version, database)) return database;
    // A newer Attest came between the two openings, and Dexie would write into what it left.
    database.close();
  } finally {
    found?.close();
  }
  return openDatabase(make, events);
}

// Between two layouts lie ten numbers, and Dexie takes the next one when it mends what it misses.
const isNewer = (version: number, { newest }: Pick<LaidOutDatabase, 'newest'>): boolean => version >= newest + 10;

/** True where a newer Attest has written the database of this name; nothing is made or changed by asking. */
export async function isNewerThan(layouts: readonly Layout[], name: string): Promise<boolean> {
  const found = await timeBoxed(foundDatabase(name));
  found?.close();
  return found !== null && isNewer(found.version, { newest: nativeVersion(layouts) });
}

type Make<D> = (readOnly: ReadOnlyReason | null) => D;

/** Opens a database as it is, for reading only. */
export async function openAsFound<D extends LaidOutDatabase>(make: Make<D>, reason: ReadOnlyReason, events: DatabaseEvents): Promise<D> {
  const database = make(reason);
  await connect(database, events, false);
  events.readOnly(reason);
  return database;
}

async function migrated<D extends LaidOutDatabase>(make: Make<D>, found: IDBDatabase, events: DatabaseEvents): Promise<D> {
  const database = make(null);
  events.waiting('migrating');
  await events.beforeMigration?.(found, database.newest / 10);
  found.close();
  try {
    await connect(database, events, true);
    return database;
  } catch {
    // What happened in the transaction did not happen: the project is there as it was.
    return openAsFound(make, 'not-migrated', events);
  }
}

async function connect(database: LaidOutDatabase, { waiting, superseded }: DatabaseEvents, migrating: boolean): Promise<void> {
  const blocked = new Promise<'blocked'>((resolve) => {
    database.on('blocked', () => {
      setTimeout(() => database.backendDB() === null && resolve('blocked'), blockedAfter);
      return false;
    });
  });
  database.on('versionchange', ({ newVersion }) => {
    void leave(database, newVersion === null ? Promise.resolve() : superseded());
    // Dexie's own answer would open the database again, newer or not, at the next write.
    return false;
  });
  const opening = database.open();
  const first = await timeBoxed(Promise.race([opening, blocked]), migrating ? migrationPatience : undefined);
  if (first !== 'blocked') return;
  waiting('blocked');
  await timeBoxed(opening, untilClosed);
}

async function leave(database: LaidOutDatabase, finished: Promise<void>): Promise<void> {
  await timeBoxed(finished, lastWrite).catch(() => undefined);
  database.close();
}
