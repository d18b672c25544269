import type { Id } from '../model/records.ts';
import { keepBefore } from './before-migration.ts';
import { type DatabaseEvents, openDatabase } from './open-database.ts';
import { ProjectDatabase } from './project-database.ts';

/** What is told while projects are opened and after. */
export interface OpeningEvents extends Omit<DatabaseEvents, 'beforeMigration'> {
  /** The project is brought to a newer layout; `kept` is `false` where no copy of it as it was could be written before. */
  migrating(kept: boolean): void;
}

/** Opens the database of a project. Before it gets a newer layout a copy of it as it was is kept in the project's folder. */
export function openProjectDatabase(project: Id, name: string, events: OpeningEvents): Promise<ProjectDatabase> {
  return openDatabase((readOnly) => new ProjectDatabase(name, readOnly), {
    ...events,
    beforeMigration: async (database, layout) => events.migrating(await keepBefore(project, database, layout)),
  });
}
