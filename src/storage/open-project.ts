import type { Id } from '../model/records.ts';
import { isNewer, timeBoxed } from './errors.ts';
import { inUse, takeOver } from './in-use.ts';
import { Appender } from './journal/appender.ts';
import { baseName, folderName, JournalFolder } from './journal/folder.ts';
import type { Head } from './journal/line.ts';
import { filesOfGoneTabs } from './journal/own-file.ts';
import { reconcile } from './journal/reconcile.ts';
import { openDatabase, ProjectDatabase } from './project-database.ts';
import type { Mending } from './project-store.ts';
import { continues } from './stored-history.ts';

/** Where a project's database is to be found, and where another one is noted when that had to be given up. */
export interface Whereabouts {
  databaseOf(project: Id): Promise<string>;
  moved(project: Id, database: string): Promise<void>;
}

/** Opens a project's database, compared with the journal beside it and mended from it where it lost something. */
export class ProjectOpener {
  readonly #project: Id;
  readonly #whereabouts: Whereabouts;
  readonly #mended: (mending: Mending) => void;

  constructor(project: Id, whereabouts: Whereabouts, mended: (mending: Mending) => void) {
    this.#project = project;
    this.#whereabouts = whereabouts;
    this.#mended = mended;
  }

  /** The database, in which the chain goes on from `seen`. One tab at a time. It closes when another tab takes it away to mend it. */
  open(seen: Head): Promise<ProjectDatabase> {
    return navigator.locks.request(`attest-journal-${this.#project}`, async () => {
      const name = await this.#whereabouts.databaseOf(this.#project);
      const database = await this.#opened(name);
      const intact = seen.seq > 0 && database && (await timeBoxed(continues(database, seen)));
      return inUse(intact ? database : await this.#compared(name, database));
    });
  }

  async #opened(name: string): Promise<ProjectDatabase | null> {
    try {
      return await timeBoxed(openDatabase(new ProjectDatabase(name)));
    } catch (error) {
      if (isNewer(error)) throw error;
      return null;
    }
  }

  async #compared(name: string, database: ProjectDatabase | null): Promise<ProjectDatabase> {
    const folder = await JournalFolder.open(this.#project);
    const base = new Appender(folderName(this.#project), baseName);
    try {
      const finished = await filesOfGoneTabs(folder);
      const result = await reconcile({ database, folder, base, takeOver: () => takeOver(name), fresh: () => this.#fresh() });
      if (result.database !== database) await this.#whereabouts.moved(this.#project, result.database.name);
      if (result.caughtUp) await Promise.all(finished.map((file) => (result.apart > 0 ? folder.putAside(file) : folder.remove(file))));
      if (result.restored > 0 || result.apart > 0 || result.damaged) this.#mended(result);
      return result.database;
    } finally {
      await base.close();
    }
  }

  /** An empty database beside the damaged one, which stays where it is under its own name. */
  #fresh(): Promise<ProjectDatabase> {
    return timeBoxed(openDatabase(new ProjectDatabase(`attest-${this.#project}-${crypto.randomUUID().slice(0, 8)}`)));
  }
}
