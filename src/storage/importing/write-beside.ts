import type { EntryDraft, JournalEntry } from '../../model/journal.ts';
import { isOfProject } from '../../model/patch.ts';
import type { Id, TextRecord } from '../../model/records.ts';
import { countersTouched } from '../counting.ts';
import { DexieProjectStore } from '../dexie-project-store.ts';
import { asStorageError, ConflictError, type ConflictReason, type StorageFailure } from '../errors.ts';
import { type Head, lineOf } from '../journal/line.ts';
import { withProject } from '../project-connection.ts';
import type { WrittenBeside } from '../project-store.ts';

/** Whose database, and where the chain ends that the page has seen in it. */
export interface Place {
  readonly project: Id;
  readonly seen: Head;
}

/** What became of an action that was to be written: in words that a worker can pass on, which errors are not. */
export type Outcome =
  | { readonly kind: 'written'; readonly written: WrittenBeside }
  | { readonly kind: 'conflict'; readonly reason: ConflictReason }
  | { readonly kind: 'failed'; readonly failure: StorageFailure; readonly message: string };

// 100,000 tags take some seconds; ten times that is no honest write any more.
const patience = 120_000;

/** Opens the project's store for some actions at once, each of which may be large. */
export function withStore<T>({ project, seen }: Place, work: (store: DexieProjectStore) => Promise<T>): Promise<T> {
  return withProject(project, (database) =>
    work(new DexieProjectStore(project, () => Promise.resolve(database), null, { seen, patience })),
  );
}

/** Stores an action as the page does, all but the journal's own file: for that the page gets a line. */
export function writeBeside(store: DexieProjectStore, draft: EntryDraft, texts: readonly TextRecord[]): Promise<Outcome> {
  return outcomeOf(async () => written(await store.commit(draft, texts), texts));
}

/** What the page is told of an action that was stored: no tags and no links. */
export function written(entry: JournalEntry, texts: readonly TextRecord[]): WrittenBeside {
  return {
    entry: { ...entry, patch: entry.patch.filter(isOfProject) },
    scopes: countersTouched(entry.patch),
    texts: texts.map(({ content: _, ...text }) => text),
    line: new TextEncoder().encode(lineOf({ entry, texts })),
  };
}

/** What the work gives, or how it failed. */
export async function outcomeOf(work: () => Promise<WrittenBeside>): Promise<Outcome> {
  try {
    return { kind: 'written', written: await work() };
  } catch (error) {
    if (error instanceof ConflictError) return { kind: 'conflict', reason: error.reason };
    const { kind, message } = asStorageError(error);
    return { kind: 'failed', failure: kind, message };
  }
}
