import { type ProjectDatabase, partLength, summed } from './project-database.ts';
import type { Counters } from './project-store.ts';
import { withoutIndex } from './stored-history.ts';
import { fits } from './sums.ts';

/**
 * How much is looked at. `whole`: every tag is counted and every sum compared, which takes longer the more there is.
 * `surface`: all but the tags on the pages and the large entries of the journal.
 */
export type Depth = 'whole' | 'surface';

/**
 * True when every entry, tag and part of a text that should be stored is there. Counting also reads every block of the
 * files below, which is how a damaged one shows itself, and what is kept outside the blocks has a sum. Where something does not fit or
 * cannot be read at all, the answer is `false`.
 */
export async function isSound(database: ProjectDatabase, depth: Depth = 'whole'): Promise<boolean> {
  try {
    // In one transaction: what another tab stores between two readings would look like damage.
    return await database.transaction('r', database.contents, async () => {
      const [surface, tags, entries] = await Promise.all([
        isWhole(database),
        depth === 'surface' || tagsAreThere(database),
        depth === 'surface' || largeEntriesFit(database),
      ]);
      return surface && tags && entries;
    });
  } catch {
    return false;
  }
}

async function isWhole({ journal, pages, parts, rows, texts }: ProjectDatabase): Promise<boolean> {
  const [last, entries, pieces, known, project] = await Promise.all([
    journal.orderBy('seq').last(),
    journal.count(),
    parts.count(),
    texts.toArray(),
    rows.toArray(),
    pages.toCollection().count(),
  ]);
  const piecesExpected = known.reduce(
    (sum, { length, withheld }) => sum + (withheld === undefined ? Math.ceil(length / partLength) : 0),
    0,
  );
  const named = project.flatMap(({ record }) => ('versions' in record ? record.versions.map(({ text }) => text) : []));
  const has = new Set(known.map(({ id }) => id));
  const whole = project.every(({ record, sum }) => fits(record, sum));
  return whole && entries === (last?.seq ?? 0) && pieces === piecesExpected && named.every((text) => has.has(text));
}

async function tagsAreThere({ pages, counters }: ProjectDatabase): Promise<boolean> {
  const [tags, counted] = await Promise.all([pages.orderBy('ids').count(), counters.toArray()]);
  return tags === counted.reduce((sum, counts) => sum + total(counts), 0);
}

async function largeEntriesFit({ journal }: ProjectDatabase): Promise<boolean> {
  const large = await journal.where('sets').equals(summed).toArray();
  return large.every((entry) => fits(withoutIndex(entry), entry.sum));
}

/** How many tags and links these counters stand for. */
export const total = ({ byType, relations }: Counters): number => Object.values(byType).reduce((sum, count) => sum + count, relations);
