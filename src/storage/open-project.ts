import type { Id } from '../model/records.ts';
import { StorageError, timeBoxed } from './errors.ts';
import { inUse, takeOver } from './in-use.ts';
import { aloneWith } from './journal/alone.ts';
import { Appender } from './journal/appender.ts';
import { baseName, folderName, JournalFolder } from './journal/folder.ts';
import type { Head } from './journal/line.ts';
import { filesOfGoneTabs } from './journal/own-file.ts';
import { reconcile } from './journal/reconcile.ts';
import { scrub } from './journal/scrub.ts';
import { type OpeningEvents, openProjectDatabase } from './open-project-database.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { Mending } from './project-store.ts';
import type { Depth } from './soundness.ts';
import { vacate } from './stand-in-place.ts';
import { continues } from './stored-history.ts';

/** Where a project's database is to be found, and where another one is noted when that had to be given up. */
export interface Whereabouts {
  databaseOf(project: Id): Promise<string>;
  moved(project: Id, database: string): Promise<void>;
}

/** What a project tells about its opening; `mended` is called now and later. */
export interface ProjectEvents extends OpeningEvents {
  mended(mending: Mending): void;
}

// Bytes of journal: some 6,000 tags made by hand, which are counted well within the 200 ms that a start may take for it.
const quicklyCounted = 8_000_000;

/** Opens a project's database, compared with the journal beside it and mended from it where it lost something. */
export class ProjectOpener {
  readonly #project: Id;
  readonly #whereabouts: Whereabouts;
  readonly #events: ProjectEvents;
  #looked: Depth = 'whole';

  constructor(project: Id, whereabouts: Whereabouts, events: ProjectEvents) {
    this.#project = project;
    this.#whereabouts = whereabouts;
    this.#events = events;
  }

  /** The database, in which the chain goes on from `seen`; rejects with a StorageError of kind `gone` where no copy has it. One tab at a time. It closes when another tab takes it away to mend it. */
  open(seen: Head): Promise<ProjectDatabase> {
    return this.#alone(async () => {
      await vacate(this.#project);
      const name = await this.#whereabouts.databaseOf(this.#project);
      const database = await this.#opened(name);
      // Where nothing may be written nothing can be mended.
      if (database?.readOnly) return inUse(database);
      const intact = seen.seq > 0 && database && (await timeBoxed(continues(database, seen)));
      const compared = intact ? database : await this.#compared(name, database);
      if (await timeBoxed(continues(compared, seen))) return inUse(compared);
      compared.close();
      throw new StorageError('gone', 'Neither copy of the project holds what was stored in it.');
    });
  }

  /** How much of the database was looked at when it was opened. */
  get looked(): Depth {
    return this.#looked;
  }

  /** Looks at all of the database now and mends what is damaged, as opening does; where something is, every tab opens it anew. */
  mend(): Promise<void> {
    return this.#alone(async () => {
      const name = await this.#whereabouts.databaseOf(this.#project);
      const database = await this.#opened(name);
      const compared = database?.readOnly ? database : await this.#compared(name, database, 'whole');
      database?.close();
      compared.close();
    });
  }

  /** Waits until no other tab opens or mends the project. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    return aloneWith(this.#project, work);
  }

  async #opened(name: string): Promise<ProjectDatabase | null> {
    try {
      return await openProjectDatabase(this.#project, name, this.#events);
    } catch {
      return null;
    }
  }

  async #compared(name: string, database: ProjectDatabase | null, looked?: Depth): Promise<ProjectDatabase> {
    const folder = await JournalFolder.open(this.#project);
    const depth = looked ?? ((await folder.size()) > quicklyCounted ? 'surface' : 'whole');
    this.#looked = depth;
    const base = new Appender(folderName(this.#project), baseName);
    try {
      const finished = await filesOfGoneTabs(folder);
      const result = await reconcile({ database, folder, base, depth, takeOver: () => takeOver(name), fresh: () => this.#fresh() });
      if (result.database !== database) await this.#whereabouts.moved(this.#project, result.database.name);
      if (result.caughtUp) await Promise.all(finished.map((file) => (result.apart > 0 ? folder.putAside(file) : folder.remove(file))));
      if (result.restored > 0 || result.apart > 0 || result.damaged) this.#events.mended(result);
      // After the start, which must not wait for it; whatever keeps it from being done is told by the next action.
      if (result.caughtUp) void this.#alone(() => this.#scrubbed(folder, result.database)).catch(() => undefined);
      return result.database;
    } finally {
      await base.close();
    }
  }

  async #scrubbed(folder: JournalFolder, database: ProjectDatabase): Promise<void> {
    const base = new Appender(folderName(this.#project), baseName);
    try {
      await scrub({ folder, base }, database);
    } finally {
      await base.close();
    }
  }

  /** An empty database beside the damaged one, which stays where it is under its own name. */
  #fresh(): Promise<ProjectDatabase> {
    return openProjectDatabase(this.#project, `attest-${this.#project}-${crypto.randomUUID().slice(0, 8)}`, this.#events);
  }
}
