import { type ProjectDatabase, partLength, summed } from './project-database.ts';
import { withoutIndex } from './stored-history.ts';
import { fits } from './sums.ts';

/**
 * True when every entry, tag and part of a text that should be stored is there. Counting also reads every block of the
 * files below, which is how a damaged one shows itself, and what is kept outside the blocks has a sum. Where something does not fit or
 * cannot be read at all, the answer is `false`.
 */
export async function isSound(database: ProjectDatabase): Promise<boolean> {
  try {
    // In one transaction: what another tab stores between two readings would look like damage.
    return await database.transaction('r', database.contents, () => isWhole(database));
  } catch {
    return false;
  }
}

async function isWhole({ journal, pages, parts, rows, texts, counters }: ProjectDatabase): Promise<boolean> {
  const [last, entries, large, tags, counted, pieces, known, project] = await Promise.all([
    journal.orderBy('seq').last(),
    journal.count(),
    journal.where('sets').equals(summed).toArray(),
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
  const whole = project.every(({ record, sum }) => fits(record, sum)) && large.every((entry) => fits(withoutIndex(entry), entry.sum));
  return (
    whole && entries === (last?.seq ?? 0) && tags === tagsExpected && pieces === piecesExpected && named.every((text) => has.has(text))
  );
}

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
