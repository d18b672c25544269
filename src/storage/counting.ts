import type { Patch } from '../model/patch.ts';
import { isPaged, type Paged, scopeOf, tagsIn } from './pages.ts';
import type { ProjectDatabase, StoredCounters } from './project-database.ts';
import type { Counters } from './project-store.ts';

/** The counters that these annotations, relations and reviews should have. */
export function countedIn(tags: readonly Paged[]): Map<string, Counters> {
  const counted = new Map<string, Counters>();
  for (const tag of tags) {
    const so = counted.get(scopeOf(tag)) ?? { byType: {}, relations: 0 };
    counted.set(scopeOf(tag), withOne(so, tag));
  }
  return counted;
}

function withOne(so: Counters, tag: Paged): Counters {
  if ('segments' in tag) return { ...so, byType: plusOne(so.byType, tag.type) };
  return 'from' in tag ? { ...so, relations: so.relations + 1 } : { ...so, reviews: (so.reviews ?? 0) + 1 };
}

function plusOne(byType: Counters['byType'], type: string): Counters['byType'] {
  // A type may be called like a property that every object has.
  const counts = new Map(Object.entries(byType));
  return Object.fromEntries(counts.set(type, (counts.get(type) ?? 0) + 1));
}

/** What an action adds to and takes from the counters, per text and set. */
function increments(patch: Patch): Map<string, Map<string, number>> {
  const scopes = new Map<string, Map<string, number>>();
  const count = (tag: Paged | null, by: number) => {
    if (!tag) return;
    const counts = scopes.get(scopeOf(tag)) ?? new Map<string, number>();
    scopes.set(scopeOf(tag), counts);
    const name = 'segments' in tag ? `tag ${tag.type}` : 'from' in tag ? 'relations' : 'reviews';
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const change of patch) {
    if (!isPaged(change.table)) continue;
    // Which table it is says which records these are, which the union cannot express once it is narrowed by a function.
    count(change.before as Paged | null, -1);
    count(change.after as Paged | null, 1);
  }
  return scopes;
}

/** The keys of the counters that the patch changes. */
export const countersTouched = (patch: Patch): string[] => [...increments(patch).keys()];

/** Reads the counters that the patch changes; gives what writes them as they are after it. Runs inside the transaction. */
export async function readCounters({ counters }: ProjectDatabase, patch: Patch): Promise<() => Promise<unknown>> {
  const added = [...increments(patch)];
  if (added.length === 0) return () => Promise.resolve();
  const stored = await counters.bulkGet(added.map(([key]) => key));
  const next = added.map(([key, counts], index) => increased(key, stored[index], counts));
  return async () => counters.bulkPut(next);
}

function increased(key: string, stored: StoredCounters | undefined, counts: ReadonlyMap<string, number>): StoredCounters {
  const byType = new Map(Object.entries(stored?.byType ?? {}));
  const relations = (stored?.relations ?? 0) + (counts.get('relations') ?? 0);
  const reviews = (stored?.reviews ?? 0) + (counts.get('reviews') ?? 0);
  for (const [name, by] of counts) {
    if (name.startsWith('tag ')) byType.set(name.slice(4), (byType.get(name.slice(4)) ?? 0) + by);
  }
  return { key, byType: Object.fromEntries([...byType].filter(([, n]) => n !== 0)), relations, ...(reviews > 0 && { reviews }) };
}

/** Counts all tags, links and reviews anew, in one transaction; for when the stored counters are wrong. */
export async function recount(database: ProjectDatabase): Promise<void> {
  const { pages, counters } = database;
  await database.transaction('rw', pages, counters, async () => {
    const counted = countedIn(tagsIn(await pages.toArray()));
    await counters.clear();
    await counters.bulkPut([...counted].map(([key, counts]) => ({ key, ...counts })));
  });
}
