import type { ImportView } from '../../model/views/import-view.ts';
import type { ConflictReason } from '../../storage/errors.ts';
import type { Decision } from '../../storage/importing/planned-import.ts';

/** An import that was read and waits, wherever it is kept. */
export interface WaitingImport {
  /** Gives what is shown once this is decided. */
  decide(decision: Decision): Promise<ImportView>;
  /** Stores the import of a file of this name and checksum as one action. Gives why that was not possible; `null` when it is stored. */
  apply(fileName: string, checksum: string): Promise<Unstored | null>;
  /** Lets go of it. */
  end(): void;
}

/** Why an action is not stored after all: what is in the way, or that the worker stopped, which had what was to be written. Nothing was. */
export type NotStored = ConflictReason | 'failed';

/** Why an import was not stored; a view where it has to be looked at again. */
export interface Unstored {
  readonly reason: NotStored;
  readonly view: ImportView | null;
}
