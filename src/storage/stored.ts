import { emptyProject, type Project } from '../model/project.ts';
import type { AnyRecord, Id, TableName, TextRecord } from '../model/records.ts';
import type { Page, ProjectDatabase, Row, StoredCounters, StoredEntry, StoredText, TextPart } from './project-database.ts';

/** Everything that actions have changed in one database, as it lies there. */
export interface Stored {
  readonly rows: readonly Row[];
  readonly texts: readonly StoredText[];
  readonly parts: readonly TextPart[];
  readonly pages: readonly Page[];
  readonly journal: readonly StoredEntry[];
  readonly counters: readonly StoredCounters[];
}

/** Reads all of it as it is at one moment. Writers wait meanwhile. */
export function readStored(database: ProjectDatabase): Promise<Stored> {
  return database.transaction('r', database.contents, async () => {
    const { rows, texts, parts, pages, journal, counters } = database;
    const [r, t, p, g, j, c] = await Promise.all([
      rows.toArray(),
      texts.toArray(),
      parts.toArray(),
      pages.toArray(),
      journal.orderBy('seq').toArray(),
      counters.toArray(),
    ]);
    return { rows: r, texts: t, parts: p, pages: g, journal: j, counters: c };
  });
}

/** The texts with the words that are stored for them, whether or not these are the right ones. */
export function textsIn({ texts, parts }: Pick<Stored, 'texts' | 'parts'>): TextRecord[] {
  const words = new Map<Id, string>();
  // Stored parts come by text and number.
  for (const { text, content } of parts) words.set(text, (words.get(text) ?? '') + content);
  return texts.map((text) => {
    const content = words.get(text.id);
    return content === undefined ? text : { ...text, content };
  });
}

/** The project that the stored records make. */
export function projectIn(stored: Stored): Project {
  const tables = new Map<TableName, Map<Id, AnyRecord>>();
  const put = (table: TableName, id: Id, record: AnyRecord) => {
    const records = tables.get(table) ?? new Map<Id, AnyRecord>();
    tables.set(table, records.set(id, record));
  };
  for (const { key, table, record } of stored.rows) put(table, key.slice(table.length + 1), record);
  for (const { annotations, relations, reviews } of stored.pages) {
    for (const annotation of annotations) put('annotations', annotation.id, annotation);
    for (const relation of relations) put('relations', relation.id, relation);
    for (const review of reviews) put('reviews', review.id, review);
  }
  return { ...emptyProject, ...Object.fromEntries(tables), texts: new Map(textsIn(stored).map((text) => [text.id, text])) };
}
