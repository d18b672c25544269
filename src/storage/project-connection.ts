import type { Id } from '../model/records.ts';
import { databaseName, withList } from './list-database.ts';
import { openBesides } from './open-besides.ts';
import { ProjectDatabase } from './project-database.ts';

/** Does something with a connection of its own to a project's database, beside the one the page works with, and closes it. */
export async function withProject<T>(project: Id, work: (database: ProjectDatabase) => Promise<T>): Promise<T> {
  const name = (await withList(({ projects }) => projects.get(project)))?.database ?? databaseName(project);
  const database = await openBesides((readOnly) => new ProjectDatabase(name, readOnly));
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
