import { type ProjectDatabase, partLength } from './project-database.ts';

/**
 * True when every entry, tag and part of a text that should be stored is there. Counting also reads every block of the
 * files below, which is how a damaged one shows itself: then, and where a store cannot be read at all, the answer is `false`.
 */
export async function isSound(database: ProjectDatabase): Promise<boolean> {
  try {
    const { journal, pages, parts, rows, texts, counters } = database;
    const [last, entries, tags, counted, pieces, known, project] = await Promise.all([
      journal.orderBy('seq').last(),
      journal.count(),
      pages
        .toCollection()
        .count()
        .then(() => pages.orderBy('ids').count()),
      counters.toArray(),
      parts.count(),
      texts.toArray(),
      rows.toArray(),
    ]);
    const tagsExpected = counted.reduce((sum, { byType, relations }) => sum + relations + total(byType), 0);
    const piecesExpected = known.reduce(
      (sum, { length, withheld }) => sum + (withheld === undefined ? Math.ceil(length / partLength) : 0),
      0,
    );
    const named = project.flatMap(({ record }) => ('versions' in record ? record.versions.map(({ text }) => text) : []));
    const has = new Set(known.map(({ id }) => id));
    return entries === (last?.seq ?? 0) && tags === tagsExpected && pieces === piecesExpected && named.every((text) => has.has(text));
  } catch {
    return false;
  }
}

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
