import type { Id } from '../model/records.ts';
import { tagsIn } from './pages.ts';
import { withProject } from './project-connection.ts';
import { type ProjectDatabase, type StoredText, summed } from './project-database.ts';
import { partsOf, total } from './soundness.ts';
import { withoutIndex } from './stored-history.ts';
import { fits } from './sums.ts';

/**
 * False where tags, entries or parts of texts seem to be missing or damaged, which a start leaves out in a large project.
 * Reads in small pieces, so that nobody has to wait for it to write; what is written meanwhile may look like damage.
 */
export function lookThrough({ project }: { readonly project: Id }): Promise<boolean> {
  return withProject(project, seemsSound);
}

// A few milliseconds' reading each: the longest that an action of another tab waits.
const scopesAtOnce = 20;
const entriesAtOnce = 1_000;
const textsAtOnce = 100;

/** The same for an open database. */
export async function seemsSound(database: ProjectDatabase): Promise<boolean> {
  try {
    const fits = (await entriesAreThere(database)) && (await partsAreThere(database));
    return fits && (await tagsFit(database)) && (await largeEntriesFit(database));
  } catch {
    return false;
  }
}

async function entriesAreThere({ journal }: ProjectDatabase): Promise<boolean> {
  const { seq: last } = (await journal.orderBy('seq').last()) ?? { seq: 0 };
  for (let from = 1; from <= last; from += entriesAtOnce) {
    const to = Math.min(last, from + entriesAtOnce - 1);
    if ((await journal.where('seq').between(from, to, true, true).count()) !== to - from + 1) return false;
  }
  return true;
}

async function partsAreThere({ texts, parts }: ProjectDatabase): Promise<boolean> {
  const known = await texts.toArray();
  const count = ({ id }: StoredText) => parts.where('[text+part]').between([id, 0], [id, Number.POSITIVE_INFINITY]).count();
  for (let from = 0; from < known.length; from += textsAtOnce) {
    const some = known.slice(from, from + textsAtOnce);
    const counts = await Promise.all(some.map(count));
    if (some.some((text, index) => counts[index] !== partsOf(text))) return false;
  }
  return true;
}

async function tagsFit(database: ProjectDatabase): Promise<boolean> {
  const keys = await database.counters.toCollection().primaryKeys();
  let seen = 0;
  for (let from = 0; from < keys.length; from += scopesAtOnce) {
    const found = await pagesThatFit(database, keys.slice(from, from + scopesAtOnce));
    if (found === null) return false;
    seen += found;
  }
  // A page more belongs to a scope whose counters are gone.
  return seen === (await database.pages.count());
}

/** How many pages these scopes have; `null` where they do not hold what the counters say. */
function pagesThatFit(database: ProjectDatabase, keys: readonly string[]): Promise<number | null> {
  const { pages, counters } = database;
  return database.transaction('r', pages, counters, async () => {
    const [counted, found] = await Promise.all([
      counters.bulkGet([...keys]),
      Promise.all(keys.map((key) => pages.where('scope').equals(key).toArray())),
    ]);
    const fit = found.every((held, index) => tagsIn(held).length === total(counted[index] ?? { byType: {}, relations: 0 }));
    return fit ? found.flat().length : null;
  });
}

async function largeEntriesFit({ journal }: ProjectDatabase): Promise<boolean> {
  for (const seq of await journal.where('sets').equals(summed).primaryKeys()) {
    const entry = await journal.get(seq);
    if (!entry || !fits(withoutIndex(entry), entry.sum)) return false;
  }
  return true;
}
