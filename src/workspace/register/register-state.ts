import type { Annotation, Id } from '../../model/records.ts';
import type { Statement } from '../../model/views/statements.ts';
import type { Place } from './places.ts';

/** Who an entry of the register is in the texts, as far as they were read. */
export interface Found {
  readonly entity: Id;
  readonly mentions: readonly Annotation[];
  readonly statements: readonly Statement[];
  /** False while more may come. */
  readonly whole: boolean;
}

/** The same words in other articles, as far as these were read. */
export interface Elsewhere {
  readonly annotation: Id;
  readonly places: readonly Place[];
  readonly whole: boolean;
}

/** What the register shows, and what was looked up for it. */
export interface RegisterState {
  /** The entry that is shown; `null`: the list of all. */
  readonly entry: Id | null;
  /** By entry: in how many texts it is named; `null` until counted. */
  readonly counts: ReadonlyMap<Id, number> | null;
  readonly found: Found | null;
  readonly elsewhere: Elsewhere | null;
}

export const quietRegister: RegisterState = { entry: null, counts: null, found: null, elsewhere: null };
