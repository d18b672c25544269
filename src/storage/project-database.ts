import type { Table } from 'dexie';
import type { JournalEntry } from '../model/journal.ts';
import type { Annotation, AnyRecord, Id, Relation, Review, TableName, TextHash, TextRecord } from '../model/records.ts';
import { LaidOutDatabase, type ReadOnlyReason } from './laid-out-database.ts';
import { projectLayouts } from './layouts/project-layouts.ts';
import type { Counters, TabMemory } from './project-store.ts';

/** A project-level record under `table/id`. */
export interface Row {
  readonly key: string;
  readonly table: TableName;
  readonly record: AnyRecord;
  readonly sum?: string;
}

/** Some records of, or about, one text and set: many to a row write over twenty times faster than one each. */
export interface Page {
  readonly page: number;
  readonly scope: string;
  readonly text: TextHash;
  readonly set: Id;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** What reviewers say of this set on this text. */
  readonly reviews: readonly Review[];
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

/** Stands among the sets of an entry that carries a sum. */
export const summed = 'summed';

/** Stands among the sets of an entry with very many changes, so that a chain that ends there is known without reading them. */
export const markOf = ({ seq, hash }: { readonly seq: number; readonly hash: string }): string => `large ${seq} ${hash}`;

/** A journal entry with the sets it touches, to find the newest entry of a set; those with a sum are found under `summed`, large ones under their mark. */
export interface StoredEntry extends JournalEntry {
  readonly sets: readonly Id[];
  readonly sum?: string;
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
export class ProjectDatabase extends LaidOutDatabase {
  constructor(name: string, readOnly: ReadOnlyReason | null) {
    super(name, projectLayouts, readOnly);
  }

  get rows(): Table<Row, string> {
    return this.table('rows');
  }

  get texts(): Table<StoredText, TextHash> {
    return this.table('texts');
  }

  get parts(): Table<TextPart, [TextHash, number]> {
    return this.table('parts');
  }

  get pages(): Table<Page, number, Omit<Page, 'page'>> {
    return this.table('pages');
  }

  get journal(): Table<StoredEntry, number> {
    return this.table('journal');
  }

  get counters(): Table<StoredCounters, string> {
    return this.table('counters');
  }

  get tabs(): Table<StoredTab, Id> {
    return this.table('tabs');
  }

  /** Every store that an action changes. */
  get contents(): Table[] {
    return [this.rows, this.texts, this.parts, this.pages, this.journal, this.counters];
  }
}
