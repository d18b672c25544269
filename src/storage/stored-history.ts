import { sameJson } from '../model/equal.ts';
import type { JournalEntry } from '../model/journal.ts';
import { type Patch, squash } from '../model/patch.ts';
import type { Id, TextHash, TextRecord } from '../model/records.ts';
import { writeCounters } from './counting.ts';
import { ConflictError } from './errors.ts';
import { type Head, type JournalAction, noHead } from './journal/line.ts';
import { writeTags } from './pages.ts';
import { type ProjectDatabase, type StoredEntry, summed } from './project-database.ts';
import { textsWithContent, writeText } from './stored-texts.ts';
import { sumOf } from './sums.ts';

/** Writes the records, counters and texts of an action. Runs inside the transaction; throws a ConflictError where a record is not as `before` says. */
export async function writeContents(database: ProjectDatabase, patch: Patch, texts: readonly TextRecord[]): Promise<void> {
  await Promise.all([
    writeRows(database, patch),
    writeTags(database, patch),
    writeCounters(database, patch),
    ...texts.map((text) => writeText(database, text)),
  ]);
}

async function writeRows(database: ProjectDatabase, patch: Patch): Promise<void> {
  for (const { table, id, before, after } of patch) {
    if (table === 'annotations' || table === 'relations') continue;
    const key = `${table}/${id}`;
    const stored = (await database.rows.get(key))?.record ?? null;
    if (!sameJson(stored, before)) throw new ConflictError(table, id, stored);
    if (after === null) await database.rows.delete(key);
    else await database.rows.put({ key, table, record: after, ...sumOf(after) });
  }
}

/** The entry as it is stored: with the sets it touches. */
export function indexed(entry: JournalEntry): StoredEntry {
  const sets = new Set<Id>();
  for (const change of entry.patch) {
    if (change.table !== 'annotations' && change.table !== 'relations') continue;
    const set = (change.before ?? change.after)?.set;
    if (set !== undefined) sets.add(set);
  }
  const sum = sumOf(entry);
  return { ...entry, sets: [...sets, ...('sum' in sum ? [summed] : [])], ...sum };
}

/** The entry as it was made. */
export const withoutIndex = ({ sets: _, sum: __, ...entry }: StoredEntry): JournalEntry => entry;

/** Makes actions again that another copy still has, in one transaction; the first follows the last one stored. Takes as long as it needs. */
export async function replay(database: ProjectDatabase, actions: readonly JournalAction[]): Promise<void> {
  const patch = squash(actions.map(({ entry }) => entry.patch));
  await database.transaction('rw', database.contents, async () => {
    await writeContents(
      database,
      patch,
      actions.flatMap(({ texts }) => texts),
    );
    await database.journal.bulkAdd(actions.map(({ entry }) => indexed(entry)));
  });
}

/** Every action behind the number, with the texts it brought. */
export async function actionsAfter(database: ProjectDatabase, seq: number): Promise<JournalAction[]> {
  const entries = await database.journal.where('seq').above(seq).sortBy('seq');
  return Promise.all(
    entries.map(async (entry) => ({ entry: withoutIndex(entry), texts: await textsWithContent(database, textsNamedBy(entry.patch)) })),
  );
}

/** The texts that the articles of a patch have, as versions. */
export const textsNamedBy = (patch: Patch): TextHash[] =>
  patch.flatMap((change) => (change.table === 'articles' ? (change.after?.versions ?? []).map(({ text }) => text) : []));

/** Where the stored chain ends. */
export async function storedHead(database: ProjectDatabase): Promise<Head> {
  return (await database.journal.orderBy('seq').last()) ?? noHead;
}

/** True when the chain that ended at this head goes on in the database. */
export async function continues(database: ProjectDatabase, { seq, hash }: Head): Promise<boolean> {
  return seq === 0 || (await database.journal.get(seq))?.hash === hash;
}
