import { Dexie, type Table } from 'dexie';
import type { JournalEntry } from '../model/journal.ts';
import type { Annotation, AnyRecord, Id, Relation, TableName, TextHash, TextRecord } from '../model/records.ts';
import { StorageError } from './errors.ts';
import { declareLayouts } from './layouts/layout.ts';
import { projectLayouts } from './layouts/project-layouts.ts';
import type { Counters, TabMemory } from './project-store.ts';

/** A project-level record under `table/id`. */
export interface Row {
  readonly key: string;
  readonly table: TableName;
  readonly record: AnyRecord;
}

/** Some records of one text and set: 200 to a row write over twenty times faster than one each. */
export interface Page {
  readonly page: number;
  readonly scope: string;
  readonly text: TextHash;
  readonly set: Id;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** Ids of all records here, for finding the page of one. */
  readonly ids: readonly Id[];
  /** Ids of the annotations at the far ends of relations, for finding what comes in from other texts. */
  readonly links: readonly Id[];
  /** Ids of the annotations at the near ends of relations, for finding with `links` all that hangs on one. */
  readonly starts: readonly Id[];
  /** Ids of the register entries that the annotations here name. */
  readonly entities: readonly Id[];
}

export type StoredText = Omit<TextRecord, 'content'>;

/** A text is cut into parts of so many UTF-16 units, so that no row grows into a side file, which Chromium loses more easily than rows. */
export const partLength = 30_000;

export interface TextPart {
  readonly text: TextHash;
  readonly part: number;
  readonly content: string;
}

/** A journal entry with the sets it touches, to find the newest entry of a set. */
export interface StoredEntry extends JournalEntry {
  readonly sets: readonly Id[];
}

export interface StoredCounters extends Counters {
  readonly key: string;
}

export interface StoredTab {
  readonly tab: Id;
  readonly order: number;
  readonly memory: TabMemory;
}

/** The layout of one project in IndexedDB; nobody above `storage/` sees it. */
export class ProjectDatabase extends Dexie {
  readonly rows!: Table<Row, string>;
  readonly texts!: Table<StoredText, TextHash>;
  readonly parts!: Table<TextPart, [TextHash, number]>;
  readonly pages!: Table<Page, number, Omit<Page, 'page'>>;
  readonly journal!: Table<StoredEntry, number>;
  readonly counters!: Table<StoredCounters, string>;
  readonly tabs!: Table<StoredTab, Id>;

  constructor(name: string) {
    // Strict: the default acknowledges a write before it is on the disk, and a power cut then loses it.
    super(name, { chromeTransactionDurability: 'strict', cache: 'immutable' });
    declareLayouts(this, projectLayouts);
  }

  /** Every store that an action changes. */
  get contents(): Table[] {
    return [this.rows, this.texts, this.parts, this.pages, this.journal, this.counters];
  }
}

/** Opens the database; throws a StorageError of kind `newer-database` where a later Attest has written, which Dexie would silently allow. */
export async function openDatabase<T extends Dexie>(database: T): Promise<T> {
  await database.open();
  // Dexie multiplies its version numbers by ten.
  if (database.backendDB().version > database.verno * 10) {
    database.close();
    throw new StorageError('newer-database', 'A newer Attest has written this database.');
  }
  return database;
}
