import { sameJson } from '../model/equal.ts';
import type { EntryDraft, JournalEntry } from '../model/journal.ts';
import { type Patch, squash } from '../model/patch.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Id, Relation, TableName, TextHash, TextRecord } from '../model/records.ts';
import { sha256 } from '../text/hash.ts';
import { chained } from './chain.ts';
import { writeCounters } from './counting.ts';
import { ConflictError, StorageError, timeBoxed } from './errors.ts';
import { type Head, type Journal, type JournalAction, noHead } from './journal/line.ts';
import { writeTags } from './pages.ts';
import { type Page, type ProjectDatabase, partLength, type StoredEntry, type StoredText } from './project-database.ts';
import type { Counters, ProjectStore, TabMemory } from './project-store.ts';
import { isSound } from './soundness.ts';

/** The project store over IndexedDB. */
export class DexieProjectStore implements ProjectStore {
  readonly projectId: Id;
  readonly #database: ProjectDatabase;
  #journal: Journal | null = null;

  constructor(projectId: Id, database: ProjectDatabase) {
    this.projectId = projectId;
    this.#database = database;
  }

  load(): Promise<Project> {
    return timeBoxed(this.#load());
  }

  async #load(): Promise<Project> {
    const [rows, texts] = await Promise.all([this.#database.rows.toArray(), this.#database.texts.toArray()]);
    const tables = new Map<TableName, Map<Id, AnyRecord>>();
    for (const { key, table, record } of rows) {
      const records = tables.get(table) ?? new Map<Id, AnyRecord>();
      tables.set(table, records.set(key.slice(table.length + 1), record));
    }
    return { ...emptyProject, ...Object.fromEntries(tables), texts: new Map(texts.map((text) => [text.id, text])) };
  }

  loadText(text: TextHash): Promise<string | null> {
    return timeBoxed(this.#loadText(text));
  }

  async #loadText(text: TextHash): Promise<string | null> {
    const parts = await this.#database.parts.where('[text+part]').between([text, 0], [text, Number.POSITIVE_INFINITY]).toArray();
    if (parts.length === 0) return null;
    const content = parts.map((part) => part.content).join('');
    if (!content.isWellFormed() || sha256(content) !== text) throw new StorageError('corrupt-text', `The stored text ${text} is damaged.`);
    return content;
  }

  loadTags(text: TextHash): Promise<{ annotations: Annotation[]; relations: Relation[] }> {
    return timeBoxed(this.#loadTags(text));
  }

  async #loadTags(text: TextHash) {
    const pages = await this.#database.pages.where('text').equals(text).toArray();
    const { annotations, relations } = tagsOf(pages);
    const incoming = await this.#database.pages
      .where('links')
      .anyOf(annotations.map(({ id }) => id))
      .distinct()
      .toArray();
    const here = new Set(annotations.map(({ id }) => id));
    const others = tagsOf(incoming.filter((page) => page.text !== text)).relations.filter(({ to }) => here.has(to));
    return { annotations, relations: [...relations, ...others] };
  }

  find(table: TableName, ids: readonly Id[]): Promise<AnyRecord[]> {
    return timeBoxed(this.#find(table, ids));
  }

  async #find(table: TableName, ids: readonly Id[]): Promise<AnyRecord[]> {
    if (table !== 'annotations' && table !== 'relations') {
      const rows = await this.#database.rows.bulkGet(ids.map((id) => `${table}/${id}`));
      return rows.flatMap((row) => (row ? [row.record] : []));
    }
    const pages = await this.#database.pages.where('ids').anyOf(ids).distinct().toArray();
    const wanted = new Set(ids);
    return tagsOf(pages)[table].filter(({ id }) => wanted.has(id));
  }

  loadSet(set: Id): Promise<{ annotations: Annotation[]; relations: Relation[]; texts: TextRecord[] }> {
    return timeBoxed(this.#loadSet(set));
  }

  async #loadSet(set: Id) {
    const pages = await this.#database.pages.where('set').equals(set).toArray();
    const rows = await this.#database.texts.bulkGet([...new Set(pages.map(({ text }) => text))]);
    const texts = await Promise.all(rows.flatMap((row) => (row ? [this.#withContent(row)] : [])));
    return { ...tagsOf(pages), texts };
  }

  async #withContent(text: StoredText): Promise<TextRecord> {
    const content = await this.#loadText(text.id);
    return content === null ? text : { ...text, content };
  }

  /** From now on every commit is written to the journal too before it counts as stored. */
  keepJournal(journal: Journal): void {
    this.#journal = journal;
  }

  async commit(draft: EntryDraft, texts: readonly TextRecord[] = []): Promise<JournalEntry> {
    const entry = await this.#commit(draft, texts);
    await this.#journal?.append({ entry, texts });
    return entry;
  }

  #commit(draft: EntryDraft, texts: readonly TextRecord[]): Promise<JournalEntry> {
    const database = this.#database;
    return timeBoxed(
      database.transaction('rw', database.contents, async () => {
        // What was given up as too slow may have been stored after all: trying again must not count as a change by somebody else.
        const done = await database.journal.where('id').equals(draft.id).first();
        if (done) return withoutIndex(done);
        await this.#writeRows(draft.patch);
        await writeTags(database, draft.patch);
        await writeCounters(database, draft.patch);
        for (const text of texts) await this.#writeText(text);
        const last = await database.journal.orderBy('seq').last();
        const entry = chained(draft, last ?? null);
        await database.journal.add({ ...entry, sets: setsTouched(draft.patch) });
        return entry;
      }),
    );
  }

  /** Makes actions again that another copy still has, in one transaction; the first follows the last one stored. Takes as long as it needs. */
  async replay(actions: readonly JournalAction[]): Promise<void> {
    const database = this.#database;
    const patch = squash(actions.map(({ entry }) => entry.patch));
    await database.transaction('rw', database.contents, async () => {
      await this.#writeRows(patch);
      await writeTags(database, patch);
      await writeCounters(database, patch);
      for (const text of actions.flatMap(({ texts }) => texts)) await this.#writeText(text);
      await database.journal.bulkAdd(actions.map(({ entry }) => ({ ...entry, sets: setsTouched(entry.patch) })));
    });
  }

  /** Every action behind the number, with the texts it brought. */
  async actionsAfter(seq: number): Promise<JournalAction[]> {
    const entries = await this.#database.journal.where('seq').above(seq).sortBy('seq');
    return Promise.all(entries.map(async (entry) => ({ entry: withoutIndex(entry), texts: await this.#textsOf(entry.patch) })));
  }

  async #textsOf(patch: Patch): Promise<TextRecord[]> {
    const versions = patch.flatMap((change) => (change.table === 'articles' ? (change.after?.versions ?? []) : []));
    const rows = await this.#database.texts.bulkGet([...new Set(versions.map(({ text }) => text))]);
    return Promise.all(rows.flatMap((row) => (row ? [this.#withContent(row)] : [])));
  }

  /** Where the stored chain ends, and whether everything that should be stored is there and can be read. */
  async state(): Promise<{ head: Head; sound: boolean }> {
    const last = await this.#database.journal.orderBy('seq').last();
    return { head: last ?? noHead, sound: await isSound(this.#database) };
  }

  /** Everybody who has ever acted here. */
  async authors(): Promise<Id[]> {
    const entries = await this.#database.journal.toArray();
    return [...new Set(entries.map(({ author }) => author))];
  }

  /** The hash of the entry with this number; `null` where there is none. */
  async hashAt(seq: number): Promise<string | null> {
    return (await this.#database.journal.get(seq))?.hash ?? null;
  }

  async #writeRows(patch: Patch): Promise<void> {
    for (const { table, id, before, after } of patch) {
      if (table === 'annotations' || table === 'relations') continue;
      const key = `${table}/${id}`;
      const stored = (await this.#database.rows.get(key))?.record ?? null;
      if (!sameJson(stored, before)) throw new ConflictError(table, id, stored);
      if (after === null) await this.#database.rows.delete(key);
      else await this.#database.rows.put({ key, table, record: after });
    }
  }

  async #writeText({ content, ...text }: TextRecord): Promise<void> {
    const stored = await this.#database.texts.get(text.id);
    if (stored && (stored.withheld === undefined || content === undefined)) return;
    await this.#database.texts.put(text);
    if (content === undefined) return;
    const count = Math.ceil(content.length / partLength);
    const parts = Array.from({ length: count }, (_, part) => ({
      text: text.id,
      part,
      content: content.slice(part * partLength, (part + 1) * partLength),
    }));
    await this.#database.parts.bulkPut(parts);
  }

  tabJournal(tab: Id, limit: number): Promise<JournalEntry[]> {
    return timeBoxed(this.#tabJournal(tab, limit));
  }

  async #tabJournal(tab: Id, limit: number): Promise<JournalEntry[]> {
    const entries = await this.#database.journal.where('tab').equals(tab).reverse().sortBy('seq');
    return entries.slice(0, limit).reverse().map(withoutIndex);
  }

  headOfSet(set: Id): Promise<string | null> {
    return timeBoxed(this.#headOfSet(set));
  }

  async #headOfSet(set: Id): Promise<string | null> {
    const entries = await this.#database.journal.where('sets').equals(set).sortBy('seq');
    return entries.at(-1)?.hash ?? null;
  }

  async counters(): Promise<ReadonlyMap<string, Counters>> {
    const rows = await timeBoxed(this.#database.counters.toArray());
    return new Map(rows.map(({ key, ...counters }) => [key, counters]));
  }

  async tabMemory(tab: Id): Promise<TabMemory | null> {
    return (await timeBoxed(this.#database.tabs.get(tab)))?.memory ?? null;
  }

  async rememberTab(tab: Id, memory: TabMemory): Promise<void> {
    const { tabs } = this.#database;
    await timeBoxed(
      this.#database.transaction('rw', tabs, async () => {
        const last = await tabs.orderBy('order').last();
        await tabs.put({ tab, order: (last?.order ?? 0) + 1, memory });
      }),
    );
  }

  async lastClosedTab(open: readonly Id[]): Promise<Id | null> {
    const tabs = await timeBoxed(this.#database.tabs.orderBy('order').reverse().toArray());
    return tabs.find(({ tab }) => !open.includes(tab))?.tab ?? null;
  }

  close(): void {
    this.#database.close();
  }
}

const tagsOf = (pages: readonly Page[]) => ({
  annotations: pages.flatMap((page) => [...page.annotations]),
  relations: pages.flatMap((page) => [...page.relations]),
});

const withoutIndex = ({ sets: _, ...entry }: StoredEntry): JournalEntry => entry;

function setsTouched(patch: Patch): Id[] {
  const sets = new Set<Id>();
  for (const change of patch) {
    if (change.table !== 'annotations' && change.table !== 'relations') continue;
    const set = (change.before ?? change.after)?.set;
    if (set !== undefined) sets.add(set);
  }
  return [...sets];
}
