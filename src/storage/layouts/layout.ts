import type { Dexie, Transaction } from 'dexie';

/** One version of how a database is laid out, and the way to it from the one before. Once released it is never changed. */
export interface Layout {
  readonly version: number;
  /** Dexie's description of each store that differs from the layout before. */
  readonly stores: Readonly<Record<string, string>>;
  /** Brings the rows to this layout, inside the one transaction that runs all layouts a database lacks. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** Tells Dexie every layout there ever was; the last one is the present. */
export function declareLayouts(database: Dexie, layouts: readonly Layout[]): void {
  for (const { version, stores, upgrade } of layouts) {
    const declared = database.version(version).stores(stores);
    if (upgrade) declared.upgrade(upgrade);
  }
}

/** The browser's number for a database in the newest of these layouts: Dexie multiplies by ten. */
export const nativeVersion = (layouts: readonly Layout[]): number => (layouts.at(-1)?.version ?? 0) * 10;
