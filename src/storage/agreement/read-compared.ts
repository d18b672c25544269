import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation, AnyRecord, Relation, TableName, TextHash, TextRecord } from '../../model/records.ts';
import { type ComparedChoice, textsCompared } from '../../review/compared-project.ts';
import type { Progress } from '../progress.ts';
import type { Page, ProjectDatabase } from '../project-database.ts';
import { textsWithContent } from '../stored-texts.ts';

// A few milliseconds' reading each, so that nobody has to wait for it to write.
const pagesAtOnce = 40;
const textsAtOnce = 20;

/** What a comparison needs of a project, read in small pieces: what is written meanwhile may be in it or not. */
export async function readCompared(database: ProjectDatabase, choice: ComparedChoice, progress: Progress): Promise<PackageContents> {
  const records = await recordsIn(database);
  const sets = choice.sets.flatMap((id) => records.sets.find((set) => set.id === id) ?? []);
  const pages = await pagesOf(database, choice, (done, total) => progress(done, 2 * total));
  const tagged = sets.map(
    ({ id }) => new Set(pages.flatMap(({ set, text, annotations }) => (set === id && annotations.length > 0 ? [text] : []))),
  );
  const texts = textsCompared(sets, tagged, choice);
  const wanted = pages.filter(({ text }) => texts.has(text));
  return {
    ...records,
    sets,
    annotations: unique(wanted.flatMap((page): readonly Annotation[] => page.annotations)),
    relations: unique(wanted.flatMap((page): readonly Relation[] => page.relations)),
    texts: await textsIn(database, [...texts], (done, total) => progress(total + done, 2 * total)),
  };
}

// A tag that went to another page between two pieces is there twice.
const unique = <T extends AnyRecord & { readonly id: string }>(records: readonly T[]): T[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

async function recordsIn({ rows }: ProjectDatabase) {
  const all = await rows.toArray();
  const of = <T extends AnyRecord>(table: TableName) => all.flatMap((row) => (row.table === table ? [row.record as T] : []));
  return {
    codebooks: of<NonNullable<PackageContents['codebooks']>[number]>('codebooks'),
    articles: of<NonNullable<PackageContents['articles']>[number]>('articles'),
    authors: of<NonNullable<PackageContents['authors']>[number]>('authors'),
    sets: of<NonNullable<PackageContents['sets']>[number]>('sets'),
    entities: of<NonNullable<PackageContents['entities']>[number]>('entities'),
  };
}

async function pagesOf({ pages }: ProjectDatabase, { sets, on }: ComparedChoice, progress: Progress): Promise<Page[]> {
  const found =
    typeof on === 'object'
      ? await pages.where('text').equals(on.text).primaryKeys()
      : await pages
          .where('set')
          .anyOf([...sets])
          .primaryKeys();
  const read = await inPieces(found, pagesAtOnce, (keys) => pages.bulkGet(keys), progress);
  return read.flatMap((page) => (page && sets.includes(page.set) ? [page] : []));
}

const textsIn = (database: ProjectDatabase, ids: readonly TextHash[], progress: Progress): Promise<TextRecord[]> =>
  inPieces(ids, textsAtOnce, (some) => textsWithContent(database, some), progress);

async function inPieces<K, T>(
  keys: readonly K[],
  atOnce: number,
  read: (keys: K[]) => PromiseLike<readonly T[]>,
  progress: Progress,
): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < keys.length; from += atOnce) {
    all.push(...(await read(keys.slice(from, from + atOnce))));
    progress(Math.min(keys.length, from + atOnce), keys.length);
  }
  return all;
}
