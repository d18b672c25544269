import { Dexie } from 'dexie';
import type { Id } from '../../model/records.ts';
import { timeBoxed } from '../errors.ts';
import { folderName, journaledProjects } from '../journal/folder.ts';
import { databaseName, listName, withList } from '../list-database.ts';
import { forgetProject, forgetScreen } from './known-projects.ts';
import { removeProgram } from './program.ts';

/** What is erased, each by itself, in this order. `program` is what was kept for working offline. */
type ErasedPart = 'databases' | 'files' | 'marks' | 'program' | 'list';

/** What is gone, and what is left with the reason; nothing left: the project is gone. */
export interface Erasure {
  readonly erased: readonly ErasedPart[];
  readonly left: readonly { readonly part: ErasedPart; readonly reason: string }[];
}

/** Marks the project so that nobody opens what is left of it. Before anything else is erased. */
export async function markErasing(project: Id): Promise<void> {
  await withList((list) => list.projects.update(project, { erasing: true }));
}

/**
 * Erases everything this browser keeps of a project; where it was the only one, the program's own copy and the list too.
 * Never rejects: what could not be erased is named, stays marked, and can be tried again.
 */
export async function eraseProject(project: Id): Promise<Erasure> {
  const erased: ErasedPart[] = [];
  const left: Erasure['left'][number][] = [];
  const erase = async (part: ErasedPart, work: () => Promise<void>) => {
    try {
      await work();
      erased.push(part);
    } catch (error) {
      left.push({ part, reason: error instanceof Error ? error.message : String(error) });
    }
  };
  const only = await withList(async ({ projects }) => (await projects.toArray()).every(({ id }) => id === project)).catch(() => false);
  await erase('databases', () => deleteDatabases(project, only));
  await erase('files', () => deleteFolders(project, only));
  await erase('marks', async () => {
    forgetProject(project);
    if (only) forgetScreen();
  });
  if (only) await erase('program', removeProgram);
  // The mark in the list must outlast everything that could be taken for a project again.
  if (left.length === 0) await erase('list', () => (only ? deleteDatabase(listName) : forgetInList(project)));
  return { erased, left };
}

function forgetInList(project: Id): Promise<void> {
  return withList((list) =>
    list.transaction('rw', list.projects, list.backups, async () => {
      await list.projects.delete(project);
      await list.backups.delete(project);
    }),
  );
}

/** Where it was the only project, also what a restore that was cut off left behind. */
async function deleteDatabases(project: Id, only: boolean): Promise<void> {
  const own = databaseName(project);
  const names = await timeBoxed(Dexie.getDatabaseNames());
  for (const name of names)
    if (name === own || name.startsWith(`${own}-`) || (only && name.startsWith(databaseName('')))) await deleteDatabase(name);
}

// A tab that was told closes its connections within moments; one that sleeps holds up the rest.
const patience = 5_000;

const deleteDatabase = (name: string): Promise<void> => timeBoxed(Dexie.delete(name), patience);

async function deleteFolders(project: Id, only: boolean): Promise<void> {
  if (typeof navigator.storage?.getDirectory !== 'function') return;
  const projects = only ? await journaledProjects() : [];
  for (const id of new Set([project, ...projects])) await deleteFolder(id);
}

async function deleteFolder(project: Id): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await root.removeEntry(folderName(project), { recursive: true });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return;
      // A writer of another tab still holds its file.
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
