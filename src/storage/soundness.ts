import { type ProjectDatabase, partLength, type StoredText, summed } from './project-database.ts';
import type { Counters } from './project-store.ts';
import { withoutIndex } from './stored-history.ts';
import { fits } from './sums.ts';

/**
 * How much is looked at. `whole`: every entry, page and part of a text is counted and every sum compared, which takes longer the
 * more there is. `surface`: what the program holds in memory anyway, and that each text has its row.
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
      const looks = depth === 'surface' ? [recordsFit] : [recordsFit, entriesAreThere, partsAreThere, tagsAreThere, largeEntriesFit];
      const answers = await Promise.all(looks.map((look) => look(database)));
      return answers.every(Boolean);
    });
  } catch {
    return false;
  }
}

async function recordsFit({ rows, texts }: ProjectDatabase): Promise<boolean> {
  const [project, known] = await Promise.all([rows.toArray(), texts.toCollection().primaryKeys()]);
  const named = project.flatMap(({ record }) => ('versions' in record ? record.versions.map(({ text }) => text) : []));
  const has = new Set(known);
  return project.every(({ record, sum }) => fits(record, sum)) && named.every((text) => has.has(text));
}

async function entriesAreThere({ journal }: ProjectDatabase): Promise<boolean> {
  const [last, entries] = await Promise.all([journal.orderBy('seq').last(), journal.count()]);
  return entries === (last?.seq ?? 0);
}

async function partsAreThere({ parts, texts }: ProjectDatabase): Promise<boolean> {
  const [pieces, known] = await Promise.all([parts.count(), texts.toArray()]);
  return pieces === known.reduce((sum, text) => sum + partsOf(text), 0);
}

/** How many parts of the text should be stored. */
export const partsOf = ({ length, withheld }: StoredText): number => (withheld === undefined ? Math.ceil(length / partLength) : 0);

async function tagsAreThere({ pages, counters }: ProjectDatabase): Promise<boolean> {
  // The pages themselves are read too: what is damaged there the index does not show.
  const [tags, counted] = await Promise.all([pages.orderBy('ids').count(), counters.toArray(), pages.toCollection().count()]);
  return tags === counted.reduce((sum, counts) => sum + total(counts), 0);
}

async function largeEntriesFit({ journal }: ProjectDatabase): Promise<boolean> {
  const large = await journal.where('sets').equals(summed).toArray();
  return large.every((entry) => fits(withoutIndex(entry), entry.sum));
}

/** How many tags, links and reviews these counters stand for. */
export const total = ({ byType, relations, reviews = 0 }: Counters): number =>
  Object.values(byType).reduce((sum, count) => sum + count, relations + reviews);
