import type { Patch } from '../model/patch.ts';
import type { Annotation, Relation } from '../model/records.ts';
import { scopeOf, tagsIn } from './pages.ts';
import type { ProjectDatabase, StoredCounters } from './project-database.ts';
import type { Counters } from './project-store.ts';

/** The counters that these annotations and relations should have. */
export function countedIn(tags: readonly (Annotation | Relation)[]): Map<string, Counters> {
  const counted = new Map<string, Counters>();
  for (const tag of tags) {
    const { byType, relations } = counted.get(scopeOf(tag)) ?? { byType: {}, relations: 0 };
    const next = 'segments' in tag ? { byType: plusOne(byType, tag.type), relations } : { byType, relations: relations + 1 };
    counted.set(scopeOf(tag), next);
  }
  return counted;
}

function plusOne(byType: Counters['byType'], type: string): Counters['byType'] {
  // A type may be called like a property that every object has.
  const counts = new Map(Object.entries(byType));
  return Object.fromEntries(counts.set(type, (counts.get(type) ?? 0) + 1));
}

/** What an action adds to and takes from the counters, per text and set. */
function increments(patch: Patch): Map<string, Map<string, number>> {
  const scopes = new Map<string, Map<string, number>>();
  const count = (tag: Annotation | Relation | null, by: number) => {
    if (!tag) return;
    const counts = scopes.get(scopeOf(tag)) ?? new Map<string, number>();
    scopes.set(scopeOf(tag), counts);
    const name = 'segments' in tag ? tag.type : '';
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const change of patch) {
    if (change.table !== 'annotations' && change.table !== 'relations') continue;
    count(change.before, -1);
    count(change.after, 1);
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
  let relations = stored?.relations ?? 0;
  for (const [name, by] of counts) {
    if (name === '') relations += by;
    else byType.set(name, (byType.get(name) ?? 0) + by);
  }
  return { key, byType: Object.fromEntries([...byType].filter(([, n]) => n !== 0)), relations };
}

/** Counts all tags and links anew, in one transaction; for when the stored counters are wrong. */
export async function recount(database: ProjectDatabase): Promise<void> {
  const { pages, counters } = database;
  await database.transaction('rw', pages, counters, async () => {
    const counted = countedIn(tagsIn(await pages.toArray()));
    await counters.clear();
    await counters.bulkPut([...counted].map(([key, counts]) => ({ key, ...counts })));
  });
}
