import type { EntryDraft } from '../model/journal.ts';
import type { Patch } from '../model/patch.ts';
import { wholeOf } from '../model/whole-of.ts';
import { DexieProjectStore } from '../storage/dexie-project-store.ts';
import type { Journal } from '../storage/journal/line.ts';
import { openDatabase } from '../storage/open-database.ts';
import { ProjectDatabase } from '../storage/project-database.ts';
import type { SampleProject } from './sample-project.ts';

let last = 0;

/** For a database that nobody waits for and nobody takes away. */
export const quietEvents = {
  waiting: () => undefined,
  readOnly: () => undefined,
  superseded: () => Promise.resolve(),
  migrating: () => undefined,
};

/** An entry that commits the patch, by tab `one` unless told. */
export function entryFor(patch: Patch, { tab = 'one', id = '' } = {}): EntryDraft {
  last += 1;
  return {
    id: id || `00000000-0000-4000-a000-${String(last).padStart(12, '0')}`,
    at: '2026-01-01T00:00:00.000Z',
    author: '00000000-0000-4000-b000-000000000001',
    tab,
    action: 'test',
    parameters: {},
    cause: { kind: 'manual' },
    patch,
  };
}

/** A connection to a database of this name, as another tab would have one. */
export async function connect(
  name: string,
  journal: Journal | null = null,
): Promise<{ store: DexieProjectStore; database: ProjectDatabase }> {
  const database = await openDatabase((readOnly) => new ProjectDatabase(name, readOnly), quietEvents);
  return { store: new DexieProjectStore(name, () => Promise.resolve(database), journal), database };
}

/** Stores all that a sample project holds. */
export async function fill(store: DexieProjectStore, { project }: SampleProject): Promise<void> {
  await store.commit(entryFor(wholeOf(project)), [...project.texts.values()]);
}

/** Every row of every store but the tabs, to compare a database before and after. */
export async function everythingIn({ rows, texts, parts, pages, journal, counters }: ProjectDatabase): Promise<unknown> {
  return Promise.all([rows, texts, parts, pages, journal, counters].map((table) => table.toArray()));
}
