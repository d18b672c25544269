import type { EntryDraft, JournalEntry } from '../model/journal.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Id, TableName, TextHash, TextRecord } from '../model/records.ts';
import { StorageError } from './errors.ts';
import type { Head, JournalAction } from './journal/line.ts';
import type { Counters, OnText, ProjectStore, TabMemory } from './project-store.ts';
import type { Place } from './stand-in-place.ts';

/**
 * A store in memory and in the journal, until another page has the database and takes its place. From then on it stores nothing:
 * what it has stored is in the journal that the other page reads, and `beginAnew` goes on in the database.
 */
export class StandIn implements ProjectStore {
  readonly projectId: Id;
  readonly #memory: ProjectStore;
  readonly #place: Place;
  readonly #inDatabase: () => Promise<ProjectStore>;
  #moved = false;
  #database: Promise<ProjectStore> | null = null;

  constructor(memory: ProjectStore, place: Place, inDatabase: () => Promise<ProjectStore>) {
    this.projectId = memory.projectId;
    this.#memory = memory;
    this.#place = place;
    this.#inDatabase = inDatabase;
  }

  async commit(draft: EntryDraft, texts?: readonly TextRecord[]): Promise<JournalEntry> {
    const store = await this.#store();
    this.#mayStore(store);
    const entry = await store.commit(draft, texts);
    // The other page may have read the journal before this was in it.
    this.#mayStore(store);
    return entry;
  }

  #mayStore(store: ProjectStore): void {
    if (store === this.#memory && this.#place.isTaken) throw new StorageError('lost', 'Another page works on the database.');
  }

  beginAnew(): void {
    void this.#database?.then((store) => store.beginAnew());
    this.#moved = this.#place.isTaken;
  }

  async #store(): Promise<ProjectStore> {
    if (!this.#moved) return this.#memory;
    this.#database ??= this.#inDatabase();
    try {
      return await this.#database;
    } catch (error) {
      // The next call asks for it again.
      this.#database = null;
      throw error;
    }
  }

  async load(): Promise<Project> {
    return (await this.#store()).load();
  }

  async loadText(text: TextHash): Promise<string | null> {
    return (await this.#store()).loadText(text);
  }

  async loadTags(text: TextHash): Promise<OnText> {
    return (await this.#store()).loadTags(text);
  }

  async mentions(entity: Id): Promise<Annotation[]> {
    return (await this.#store()).mentions(entity);
  }

  async *tagsAround(entity: Id): AsyncIterable<OnText> {
    yield* (await this.#store()).tagsAround(entity);
  }

  async mentionCounts(): Promise<ReadonlyMap<Id, number>> {
    return (await this.#store()).mentionCounts();
  }

  async find(table: TableName, ids: readonly Id[]): Promise<AnyRecord[]> {
    return (await this.#store()).find(table, ids);
  }

  async loadSet(set: Id): Promise<OnText & { readonly texts: readonly TextRecord[] }> {
    return (await this.#store()).loadSet(set);
  }

  async actionsAfter(seq: number): Promise<JournalAction[]> {
    return (await this.#store()).actionsAfter(seq);
  }

  async tabJournal(tab: Id, limit: number): Promise<JournalEntry[]> {
    return (await this.#store()).tabJournal(tab, limit);
  }

  async headOfSet(set: Id): Promise<string | null> {
    return (await this.#store()).headOfSet(set);
  }

  async counters(keys?: readonly string[]): Promise<ReadonlyMap<string, Counters>> {
    return (await this.#store()).counters(keys);
  }

  async tabMemory(tab: Id): Promise<TabMemory | null> {
    return (await this.#store()).tabMemory(tab);
  }

  async rememberTab(tab: Id, memory: TabMemory): Promise<void> {
    return (await this.#store()).rememberTab(tab, memory);
  }

  async lastClosedTab(open: readonly Id[]): Promise<Id | null> {
    return (await this.#store()).lastClosedTab(open);
  }

  async authors(): Promise<Id[]> {
    return (await this.#store()).authors();
  }

  async head(): Promise<Head> {
    return (await this.#store()).head();
  }

  close(): void {
    void this.#database?.then((store) => store.close());
  }
}
