import type { EntryDraft, JournalEntry } from '../model/journal.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Id, Relation, Review, TableName, TextHash, TextRecord } from '../model/records.ts';
import type { Head, JournalAction } from './journal/line.ts';

/** Tags and links of one set on one text, and what reviewers said of them. Kept by storage, never exported. */
export interface Counters {
  readonly byType: Readonly<Record<string, number>>;
  readonly relations: number;
  /** Absent where nobody said anything. */
  readonly reviews?: number;
}

/** What lies on a text: tags and links, and what reviewers say of them. */
export interface OnText {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly reviews: readonly Review[];
}

/** What is remembered about a tab so that a reload finds everything again; plain JSON, not part of the project. */
export type TabMemory = Readonly<Record<string, unknown>>;

/** What was written into the database beside the page that waits for it. */
export interface WrittenBeside {
  /** Without the changes of tags and links, which lie in `scopes` (text hash, a slash, set id). */
  readonly entry: JournalEntry;
  readonly scopes: readonly string[];
  /** The texts it brought, without their content. */
  readonly texts: readonly TextRecord[];
  /** The whole action as a line of the journal. */
  readonly line: Uint8Array<ArrayBuffer>;
}

/** One project in the browser's database. Every promise rejects with a `StorageError`. */
export interface ProjectStore {
  readonly projectId: Id;
  /** All project-level tables and the text records without their content; no annotations, no relations. */
  load(): Promise<Project>;
  /** The text's content, or `null` when withheld or unknown. */
  loadText(text: TextHash): Promise<string | null>;
  /** Annotations, relations and reviews of all sets on one text, also relations that come in from other texts. */
  loadTags(text: TextHash): Promise<OnText>;
  /** The annotations of all sets that name an entry of the register. */
  mentions(entity: Id): Promise<Annotation[]>;
  /** Annotations and relations of the texts on which somebody names the entry: some texts at a time, each of them whole and once. */
  tagsAround(entity: Id): AsyncIterable<OnText>;
  /** By entry of the register: on how many texts somebody names it. Reads no tags. */
  mentionCounts(): Promise<ReadonlyMap<Id, number>>;
  /** The stored records with these ids, in any order; what is not stored is left out. */
  find(table: TableName, ids: readonly Id[]): Promise<AnyRecord[]>;
  /** All annotations and relations of one set, the reviews of it, and the texts with content: what an export needs. */
  loadSet(set: Id): Promise<OnText & { readonly texts: readonly TextRecord[] }>;
  /**
   * One strict transaction: compares each `before` with the stored record, writes the records, the texts not yet stored,
   * the counters and the journal entry. Rejects with `ConflictError` (nothing written) where a `before` differs or where
   * something would point to what is not there.
   */
  commit(draft: EntryDraft, texts?: readonly TextRecord[]): Promise<JournalEntry>;
  /**
   * Stores an action that `write` puts into the same database beside the page, told where the chain ends that this tab has seen: it
   * counts as stored under the same conditions as one of `commit`. Missing where there is no database to share.
   */
  commitBeside?(write: (seen: Head) => Promise<WrittenBeside>): Promise<WrittenBeside>;
  /** Every action behind the number, oldest first, with the texts it brought. */
  actionsAfter(seq: number): Promise<JournalAction[]>;
  /** Takes whatever is stored now for the beginning, after a StorageError of kind `gone`: what was seen before will not come back. */
  beginAnew(): void;
  /** The newest `limit` entries of one tab, oldest first. */
  tabJournal(tab: Id, limit: number): Promise<JournalEntry[]>;
  /** The hash of the newest entry that is work on annotations or relations of the set; `null` if there is none. */
  headOfSet(set: Id): Promise<string | null>;
  /** By text hash, a slash, and set id: all counters, or those of these keys that there are. */
  counters(keys?: readonly string[]): Promise<ReadonlyMap<string, Counters>>;
  /** The tab's memory; `null` for a tab that never remembered anything. */
  tabMemory(tab: Id): Promise<TabMemory | null>;
  rememberTab(tab: Id, memory: TabMemory): Promise<void>;
  /** The id of the tab that closed last and is not open now, which a new tab takes over; `null` if there is none. */
  lastClosedTab(open: readonly Id[]): Promise<Id | null>;
  /** Everybody who has ever acted here. */
  authors(): Promise<Id[]>;
  /** Number and hash of the last action stored. */
  head(): Promise<Head>;
  close(): void;
}

/**
 * How many copies of what is saved are kept: `both`, the database and the journal beside it; one of them, where the browser
 * gives no other; or `none`, where everything is gone with the page.
 */
export type Copies = 'both' | 'database' | 'journal' | 'none';

/** What was done because one copy of the project had lost something; numbers of actions. */
export interface Mending {
  /** Lost by the database and brought back from the journal. */
  readonly restored: number;
  /** In the journal, in contradiction to the database: kept aside. */
  readonly apart: number;
  /** The database is damaged and the journal cannot make up for it. */
  readonly damaged: boolean;
}

/** A project that was opened and whose two copies were compared. */
export interface OpenedProject {
  readonly store: ProjectStore;
  readonly copies: Copies;
  /** Everything of the project that can still be read, from whichever copy; texts with content where it is known. */
  rescue(): Promise<Project>;
  /** Mends what a look through all of it has found damaged; `null` where the opening itself has looked at everything. */
  readonly mend: (() => Promise<void>) | null;
  /** Resolves when another page has the database that this one was not given: `store.beginAnew` goes on there. `null` where that cannot be. */
  readonly replaced: Promise<void> | null;
}

/** The small database that lists projects and the people who work on this machine. */
export interface ProjectList {
  /** The project opened last, made at the first call of all. `mended` is called now and later. */
  openLast(newId: () => Id, mended: (mending: Mending) => void): Promise<OpenedProject>;
  people(): Promise<Id[]>;
  addPerson(author: Id): Promise<void>;
}
