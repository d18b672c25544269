import { chained } from '../formats/chain.ts';
import { type EntryDraft, isWorkOn, type JournalEntry } from '../model/journal.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Id, TableName, TextHash, TextRecord } from '../model/records.ts';
import { ArticleFinder } from './article-finder.ts';
import { Connection } from './connection.ts';
import { NotJournaledError, notJournaled, StorageError, timeBoxed } from './errors.ts';
import { type Head, type Journal, type JournalAction, noHead } from './journal/line.ts';
import { outcomeOf } from './outcome.ts';
import { isPaged, pagesHolding } from './pages.ts';
import type { Page, ProjectDatabase } from './project-database.ts';
import type { Counters, OnText, ProjectStore, TabMemory, WrittenBeside } from './project-store.ts';
import { checkReferences } from './references.ts';
import { inSteps, mentionsIn, pagesBeside, pagesNaming, tagsOf, textsByEntity } from './register-pages.ts';
import { actionsAfter, continues, indexed, readContents, storedHead, withoutIndex } from './stored-history.ts';
import { contentOf, textsWithContent } from './stored-texts.ts';

/** The project store over IndexedDB. */
export class DexieProjectStore implements ProjectStore {
  readonly projectId: Id;
  readonly #connection: Connection<ProjectDatabase>;
  readonly #articles = new ArticleFinder();
  readonly #journal: Journal | null;
  // Where the chain ended when this tab opened it or last wrote to it: a database that does not have it has lost something.
  #seen: Head;
  // The same where that entry is large, for then it is not read with every action.
  #large: Head | null = null;

  /**
   * `open` gives a database in which the chain goes on from the head it is told, at first from `seen`. With a journal every commit is
   * written there too before it counts as stored. An answer may take `patience` milliseconds, as long as one action takes unless told.
   */
  constructor(
    projectId: Id,
    open: (seen: Head) => Promise<ProjectDatabase>,
    journal: Journal | null = null,
    { seen = noHead, patience }: { readonly seen?: Head; readonly patience?: number } = {},
  ) {
    this.projectId = projectId;
    this.#connection = new Connection(() => this.#opened(open), patience);
    this.#journal = journal;
    this.#seen = seen;
  }

  async #opened(open: (seen: Head) => Promise<ProjectDatabase>): Promise<ProjectDatabase> {
    const database = await open(this.#seen);
    if (this.#seen.seq === 0) this.#seen = await timeBoxed(storedHead(database));
    return database;
  }

  load(): Promise<Project> {
    return this.#connection.ask(async ({ rows, texts }) => {
      const [records, known] = await Promise.all([rows.toArray(), texts.toArray()]);
      const tables = new Map<TableName, Map<Id, AnyRecord>>();
      for (const { key, table, record } of records) {
        this.#articles.notice(record);
        const of = tables.get(table) ?? new Map<Id, AnyRecord>();
        tables.set(table, of.set(key.slice(table.length + 1), record));
      }
      return { ...emptyProject, ...Object.fromEntries(tables), texts: new Map(known.map((text) => [text.id, text])) };
    });
  }

  loadText(text: TextHash): Promise<string | null> {
    return this.#connection.ask((database) => contentOf(database, text));
  }

  loadTags(text: TextHash): Promise<OnText> {
    return this.#connection.ask(async (database) => {
      const pages = await database.pages.where('text').equals(text).toArray();
      const { annotations, relations, reviews } = tagsOf(pages);
      const here = new Set(annotations.map(({ id }) => id));
      const incoming = await pagesLinkingTo(database, here);
      const others = tagsOf(incoming.filter((page) => page.text !== text)).relations.filter(({ to }) => here.has(to));
      return { annotations, relations: [...relations, ...others], reviews };
    });
  }

  mentions(entity: Id): Promise<Annotation[]> {
    return this.#connection.ask((database) => mentionsIn(database, entity));
  }

  async *tagsAround(entity: Id): AsyncIterable<OnText> {
    const pages = await this.#connection.ask((database) => pagesNaming(database, entity));
    const read = new Set<TextHash>();
    for (const some of inSteps(pages)) yield tagsOf(await this.#connection.ask((database) => pagesBeside(database, some, read)));
  }

  mentionCounts(): Promise<ReadonlyMap<Id, number>> {
    return this.#connection.ask(textsByEntity);
  }

  find(table: TableName, ids: readonly Id[]): Promise<AnyRecord[]> {
    return this.#connection.ask(async (database) => {
      if (!isPaged(table)) {
        const rows = await database.rows.bulkGet(ids.map((id) => `${table}/${id}`));
        return rows.flatMap((row) => (row ? [row.record] : []));
      }
      const wanted = new Set(ids);
      const found: readonly AnyRecord[] = tagsOf(await pagesHolding(database, wanted))[table];
      return found.filter(({ id }) => wanted.has(id));
    });
  }

  loadSet(set: Id): Promise<OnText & { readonly texts: readonly TextRecord[] }> {
    return this.#connection.ask(async (database) => {
      const pages = await database.pages.where('set').equals(set).toArray();
      const texts = await textsWithContent(
        database,
        pages.map(({ text }) => text),
      );
      return { ...tagsOf(pages), texts };
    });
  }

  async commit(draft: EntryDraft, texts: readonly TextRecord[] = []): Promise<JournalEntry> {
    const { turn } = this.#connection;
    const entry = await this.#connection.ask((database) => this.#write(database, draft, texts));
    this.#large = null;
    await this.#follow(entry, turn, this.#journal?.append({ entry, texts }));
    return entry;
  }

  async commitBeside(write: (seen: Head) => Promise<WrittenBeside>): Promise<WrittenBeside> {
    // Opened and found whole as for every other action, before somebody else is sent there.
    await this.#connection.ask(() => Promise.resolve());
    const { turn } = this.#connection;
    try {
      const written = await write(this.#seen);
      this.#large = { seq: written.entry.seq, hash: written.entry.hash };
      await this.#follow(written.entry, turn, this.#journal?.appendLine(written.line));
      return written;
    } catch (error) {
      // What spoke against the writer's handle may be true of this one.
      if (error instanceof StorageError && !(error instanceof NotJournaledError)) this.#connection.close();
      throw error;
    }
  }

  /** What makes an action stored that is in the database: its place in the journal, and that the database is still the same. */
  async #follow({ seq, hash }: Head, turn: number, journaled: Promise<void> | undefined): Promise<void> {
    this.#seen = { seq, hash };
    await journaled?.catch(notJournaled);
    // Another tab that mends the project may have read both copies before this was in either.
    if (turn !== this.#connection.turn) throw new StorageError('lost', 'The database was changed for another while this was written.');
  }

  #write(database: ProjectDatabase, draft: EntryDraft, texts: readonly TextRecord[]): Promise<JournalEntry> {
    return database.transaction('rw', database.contents, async () => {
      // Questions that do not need each other's answers are asked at once: each answer takes its time to come from the browser.
      const [done, last, contents] = await Promise.all([
        database.journal.where('id').equals(draft.id).first(),
        storedHead(database, this.#large),
        // An action that is stored already does not find what it found before.
        outcomeOf(readContents(database, draft.patch, texts)),
      ]);
      // What was given up as too slow may have been stored after all: trying again must not count as a change by somebody else.
      if (done) return withoutIndex(done);
      if (!(await goesOn(database, last, this.#seen)))
        throw new StorageError('lost', 'The database no longer holds what was stored in it.');
      const write = contents();
      await write();
      const entry = chained(draft, last);
      await Promise.all([checkReferences(database, this.#articles, draft), database.journal.add(indexed(entry))]);
      return entry;
    });
  }

  beginAnew(): void {
    this.#seen = noHead;
    this.#journal?.renew?.();
  }

  actionsAfter(seq: number): Promise<JournalAction[]> {
    return this.#connection.ask((database) => actionsAfter(database, seq));
  }

  tabJournal(tab: Id, limit: number): Promise<JournalEntry[]> {
    return this.#connection.ask(async ({ journal }) => {
      // Under one tab the entries stand by their number.
      const entries = await journal.where('tab').equals(tab).reverse().limit(limit).toArray();
      return entries.reverse().map(withoutIndex);
    });
  }

  /** The entry with this id; `null` where it is not stored. */
  entry(id: Id): Promise<JournalEntry | null> {
    return this.#connection.ask(async ({ journal }) => {
      const entry = await journal.where('id').equals(id).first();
      return entry ? withoutIndex(entry) : null;
    });
  }

  headOfSet(set: Id): Promise<string | null> {
    return this.#connection.ask(async ({ journal }) => {
      const work = journal
        .where('sets')
        .equals(set)
        .reverse()
        .filter((entry) => isWorkOn(entry, set));
      return (await work.first())?.hash ?? null;
    });
  }

  async counters(keys?: readonly string[]): Promise<ReadonlyMap<string, Counters>> {
    const rows = await this.#connection.ask(({ counters }) => (keys ? counters.bulkGet([...keys]) : counters.toArray()));
    return new Map(
      rows.flatMap((row) => {
        if (!row) return [];
        const { key, ...counters } = row;
        return [[key, counters]];
      }),
    );
  }

  async tabMemory(tab: Id): Promise<TabMemory | null> {
    return (await this.#connection.ask(({ tabs }) => tabs.get(tab)))?.memory ?? null;
  }

  rememberTab(tab: Id, memory: TabMemory): Promise<void> {
    return this.#connection.ask((database) =>
      database.transaction('rw', database.tabs, async () => {
        const last = await database.tabs.orderBy('order').last();
        await database.tabs.put({ tab, order: (last?.order ?? 0) + 1, memory });
      }),
    );
  }

  lastClosedTab(open: readonly Id[]): Promise<Id | null> {
    return this.#connection.ask(async ({ tabs, journal }) => {
      const remembered = await tabs.orderBy('order').reverse().toArray();
      // A database filled anew from the journal knows no tabs, but still who acted last; the very first action is nobody's.
      const acted = remembered.length === 0 ? await journal.where('seq').above(1).reverse().limit(1).toArray() : [];
      return [...remembered, ...acted].find(({ tab }) => !open.includes(tab))?.tab ?? null;
    });
  }

  async authors(): Promise<Id[]> {
    const entries = await this.#connection.ask(({ journal }) => journal.toArray());
    return [...new Set(entries.map(({ author }) => author))];
  }

  head(): Promise<Head> {
    return this.#connection.ask(storedHead);
  }

  close(): void {
    this.#connection.close();
  }
}

// Asking for each of so many tags takes longer than looking through all ends of links.
const fewTags = 500;

/** The pages with links that end at one of these tags. */
async function pagesLinkingTo({ pages }: ProjectDatabase, tags: ReadonlySet<Id>): Promise<Page[]> {
  const ends = tags.size > fewTags ? ((await pages.orderBy('links').uniqueKeys()) as Id[]).filter((end) => tags.has(end)) : [...tags];
  return pages.where('links').anyOf(ends).distinct().toArray();
}

const goesOn = async (database: ProjectDatabase, last: Head, seen: Head): Promise<boolean> =>
  last.seq === seen.seq ? last.hash === seen.hash : continues(database, seen);
