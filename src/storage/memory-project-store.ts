import { chained } from '../formats/chain.ts';
import { blockedBy } from '../model/history.ts';
import { type EntryDraft, isWorkOn, type JournalEntry } from '../model/journal.ts';
import { applyPatch, squash } from '../model/patch.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Id, TableName, TextHash, TextRecord } from '../model/records.ts';
import { countedIn } from './counting.ts';
import { ConflictError, notJournaled } from './errors.ts';
import { type Head, type Journal, type JournalAction, noHead } from './journal/line.ts';
import type { Counters, OnText, ProjectStore, TabMemory } from './project-store.ts';
import { indexed, textsNamedBy } from './stored-history.ts';

/** The project store for a browser that gives no database: everything in memory, and in the journal where there is one. */
export class MemoryProjectStore implements ProjectStore {
  readonly projectId: Id;
  readonly #journal: Journal | null;
  #project: Project = emptyProject;
  #entries: readonly JournalEntry[] = [];

  /** Begins with the actions that a journal holds. */
  constructor(projectId: Id, actions: readonly JournalAction[], journal: Journal | null) {
    this.projectId = projectId;
    this.#journal = journal;
    this.#project = applyPatch(emptyProject, squash(actions.map(({ entry }) => entry.patch)));
    this.#entries = actions.map(({ entry }) => entry);
    for (const { texts } of actions) this.#take(texts);
  }

  async load(): Promise<Project> {
    const texts = new Map([...this.#project.texts].map(([id, { content: _, ...text }]) => [id, text] as const));
    return { ...this.#project, texts, annotations: new Map(), relations: new Map(), reviews: new Map() };
  }

  async loadText(text: TextHash): Promise<string | null> {
    return this.#project.texts.get(text)?.content ?? null;
  }

  async loadTags(text: TextHash): Promise<OnText> {
    const reviews = [...this.#project.reviews.values()].filter((review) => review.text === text);
    const annotations = [...this.#project.annotations.values()].filter((annotation) => annotation.text === text);
    const here = new Set(annotations.map(({ id }) => id));
    const relations = [...this.#project.relations.values()].filter(({ from, to }) => here.has(from) || here.has(to));
    return { annotations, relations, reviews };
  }

  async mentions(entity: Id): Promise<Annotation[]> {
    return [...this.#project.annotations.values()].filter(({ attributes }) => attributes.entity === entity);
  }

  async *tagsAround(entity: Id): AsyncIterable<OnText> {
    for (const text of new Set((await this.mentions(entity)).map((mention) => mention.text))) yield this.loadTags(text);
  }

  async mentionCounts(): Promise<ReadonlyMap<Id, number>> {
    const texts = new Map<Id, Set<TextHash>>();
    for (const { attributes, text } of this.#project.annotations.values()) {
      const { entity } = attributes;
      if (entity !== undefined) texts.set(entity, (texts.get(entity) ?? new Set<TextHash>()).add(text));
    }
    return new Map([...texts].map(([entity, on]) => [entity, on.size]));
  }

  async find(table: TableName, ids: readonly Id[]): Promise<AnyRecord[]> {
    const records: ReadonlyMap<Id, AnyRecord> = this.#project[table];
    return ids.flatMap((id) => records.get(id) ?? []);
  }

  async loadSet(set: Id): Promise<OnText & { readonly texts: readonly TextRecord[] }> {
    const annotations = [...this.#project.annotations.values()].filter((annotation) => annotation.set === set);
    const relations = [...this.#project.relations.values()].filter((relation) => relation.set === set);
    const texts = [...new Set(annotations.map(({ text }) => text))].flatMap((text) => this.#project.texts.get(text) ?? []);
    const reviews = [...this.#project.reviews.values()].filter((review) => review.set === set);
    return { annotations, relations, reviews, texts };
  }

  async commit(draft: EntryDraft, texts: readonly TextRecord[] = []): Promise<JournalEntry> {
    const known = this.#entries.findLast(({ id }) => id === draft.id);
    const entry = known ?? this.#write(draft, texts);
    await this.#journal?.append({ entry, texts }).catch(notJournaled);
    return entry;
  }

  #write(draft: EntryDraft, texts: readonly TextRecord[]): JournalEntry {
    const blocked = blockedBy(this.#project, draft.patch);
    if (blocked) throw new ConflictError(blocked.table, blocked.id, this.#project[blocked.table].get(blocked.id) ?? null);
    this.#project = applyPatch(this.#project, draft.patch);
    this.#take(texts);
    const entry = chained(draft, this.#entries.at(-1) ?? null);
    this.#entries = [...this.#entries, entry];
    return entry;
  }

  #take(texts: readonly TextRecord[]): void {
    const known = new Map(this.#project.texts);
    for (const text of texts) if (known.get(text.id)?.content === undefined) known.set(text.id, text);
    this.#project = { ...this.#project, texts: known };
  }

  async actionsAfter(seq: number): Promise<JournalAction[]> {
    const entries = this.#entries.filter((entry) => entry.seq > seq);
    return entries.map((entry) => ({ entry, texts: textsNamedBy(entry.patch).flatMap((text) => this.#project.texts.get(text) ?? []) }));
  }

  /** Memory loses nothing. */
  beginAnew(): void {}

  async tabJournal(tab: Id, limit: number): Promise<JournalEntry[]> {
    return this.#entries.filter((entry) => entry.tab === tab).slice(-limit);
  }

  async headOfSet(set: Id): Promise<string | null> {
    return this.#entries.findLast((entry) => indexed(entry).sets.includes(set) && isWorkOn(entry, set))?.hash ?? null;
  }

  async counters(keys?: readonly string[]): Promise<ReadonlyMap<string, Counters>> {
    const counted = countedIn([
      ...this.#project.annotations.values(),
      ...this.#project.relations.values(),
      ...this.#project.reviews.values(),
    ]);
    // The last tag of a scope leaves counters of nothing behind in a database; here it leaves none.
    return keys ? new Map(keys.map((key) => [key, counted.get(key) ?? { byType: {}, relations: 0 }])) : counted;
  }

  async tabMemory(): Promise<TabMemory | null> {
    return null;
  }

  async rememberTab(): Promise<void> {}

  async lastClosedTab(): Promise<Id | null> {
    return null;
  }

  async authors(): Promise<Id[]> {
    return [...new Set(this.#entries.map(({ author }) => author))];
  }

  async head(): Promise<Head> {
    return this.#entries.at(-1) ?? noHead;
  }

  close(): void {}
}
