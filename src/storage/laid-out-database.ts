import { type DBCore, Dexie, type Middleware } from 'dexie';
import { StorageError } from './errors.ts';
import { declareLayouts, type Layout, nativeVersion } from './layouts/layout.ts';

/** Why a database may only be read: a newer Attest has written it, or it could not be brought to the newest layout. */
export type ReadOnlyReason = 'newer-database' | 'not-migrated';

/** A database in the newest of its layouts or, where it may only be read, as it is found: then neither a row nor the layout can be changed. */
export abstract class LaidOutDatabase extends Dexie {
  /** `null` where it may be written. */
  readonly readOnly: ReadOnlyReason | null;
  /** The browser's own number for the newest layout. */
  readonly newest: number;

  constructor(name: string, layouts: readonly Layout[], readOnly: ReadOnlyReason | null) {
    // Strict: the default acknowledges a write before it is on the disk, and a power cut then loses it.
    super(name, { chromeTransactionDurability: 'strict', cache: 'immutable' });
    this.readOnly = readOnly;
    this.newest = nativeVersion(layouts);
    // Without any layout Dexie takes the stores as they are; with one it would add to them what it misses.
    if (readOnly === null) declareLayouts(this, layouts);
    else this.use(refusing(readOnly));
  }
}

const refusing = (reason: ReadOnlyReason): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'read-only',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      if (mode === 'readwrite') throw new StorageError(reason, 'This database may only be read.');
      return core.transaction(stores, mode, options);
    },
  }),
});
