import { sameJson } from '../model/equal.ts';
import type { JournalEntry } from '../model/journal.ts';
import { type Change, type Patch, squash } from '../model/patch.ts';
import type { Id, TextHash, TextRecord } from '../model/records.ts';
import { readCounters } from './counting.ts';
import { ConflictError } from './errors.ts';
import { type Head, type JournalAction, noHead } from './journal/line.ts';
import { isPaged, readTags } from './pages.ts';
import { markOf, type ProjectDatabase, type StoredEntry, summed } from './project-database.ts';
import { textsWithContent, writeText } from './stored-texts.ts';
import { sumOf } from './sums.ts';

/**
 * Reads what an action changes and gives what writes its records, counters and texts. Runs inside the transaction; throws a
 * ConflictError where a record is not as `before` says.
 */
export async function readContents(database: ProjectDatabase, patch: Patch, texts: readonly TextRecord[]): Promise<() => Promise<unknown>> {
  const writes = await Promise.all([readRows(database, patch), readTags(database, patch), readCounters(database, patch)]);
  return () => Promise.all([...writes.map((write) => write()), ...texts.map((text) => writeText(database, text))]);
}

/** Reads and writes in one go. */
export async function writeContents(database: ProjectDatabase, patch: Patch, texts: readonly TextRecord[]): Promise<void> {
  const write = await readContents(database, patch, texts);
  await write();
}

async function readRows({ rows }: ProjectDatabase, patch: Patch): Promise<() => Promise<unknown>> {
  const changes = patch.filter(({ table }) => !isPaged(table));
  const keyOf = ({ table, id }: Change) => `${table}/${id}`;
  if (changes.length === 0) return () => Promise.resolve();
  const found = await rows.bulkGet(changes.map(keyOf));
  for (const [index, { table, id, before }] of changes.entries()) {
    const stored = found[index]?.record ?? null;
    if (!sameJson(stored, before)) throw new ConflictError(table, id, stored);
  }
  const gone = changes.filter(({ after }) => after === null).map(keyOf);
  const put = changes.flatMap((item) =>
    item.after === null ? [] : [{ key: keyOf(item), table: item.table, record: item.after, ...sumOf(item.after) }],
  );
  return () => Promise.all([gone.length > 0 && rows.bulkDelete(gone), put.length > 0 && rows.bulkPut(put)]);
}

// What so many say is read in some hundredths of a second.
const manyChanges = 1_000;

/** The entry as it is stored: with the sets it touches. */
export function indexed(entry: JournalEntry): StoredEntry {
  const sets = new Set<Id>();
  for (const change of entry.patch) {
    if (change.table !== 'annotations' && change.table !== 'relations') continue;
    const set = (change.before ?? change.after)?.set;
    if (set !== undefined) sets.add(set);
  }
  const sum = sumOf(entry);
  const marks = ['sum' in sum ? [summed] : [], entry.patch.length > manyChanges ? [markOf(entry)] : []].flat();
  return { ...entry, sets: [...sets, ...marks], ...sum };
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
    entries.map(async (entry) => {
      const named = textsNamedBy(entry.patch);
      // Most actions bring no text, and a question for nothing takes its time too.
      return { entry: withoutIndex(entry), texts: named.length === 0 ? [] : await textsWithContent(database, named) };
    }),
  );
}

/** The texts that the articles of a patch have, as versions. */
export const textsNamedBy = (patch: Patch): TextHash[] =>
  patch.flatMap((change) => (change.table === 'articles' ? (change.after?.versions ?? []).map(({ text }) => text) : []));

/** Where the stored chain ends. A large entry that it is `expected` to end with is found by its mark. */
export async function storedHead({ journal }: ProjectDatabase, expected: Head | null = null): Promise<Head> {
  if (expected) {
    const last = journal.orderBy('seq').reverse().limit(1).primaryKeys();
    const marked = journal.where('sets').equals(markOf(expected)).primaryKeys();
    const [[seq], [at]] = await Promise.all([last, marked]);
    if (seq === expected.seq && at === seq) return expected;
  }
  return (await journal.orderBy('seq').last()) ?? noHead;
}

/** True when the chain that ended at this head goes on in the database. */
export async function continues(database: ProjectDatabase, { seq, hash }: Head): Promise<boolean> {
  return seq === 0 || (await database.journal.get(seq))?.hash === hash;
}
