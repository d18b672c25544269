import type { Id } from '../../model/records.ts';

/** What can be wrong with what is stored; the key of the sentence that says so. */
export type FindingKind =
  | 'text-words'
  | 'text-missing'
  | 'text-stray'
  | 'entry-changed'
  | 'entry-gap'
  | 'entry-unfit'
  | 'record-other'
  | 'record-missing'
  | 'record-stray'
  | 'rule'
  | 'page'
  | 'counter'
  | 'file-line'
  | 'file-behind'
  | 'file-other'
  | 'snapshot';

/** One thing that is wrong: where a person can look at it, as far as there is such a place, and what exactly it is. */
export interface Finding {
  readonly kind: FindingKind;
  readonly article?: Id;
  readonly annotation?: Id;
  /** Ids, numbers and names of files; of a broken rule its table and name. */
  readonly detail: string;
}

/** What a check found, and how much it looked at. */
export interface CheckReport {
  readonly at: string;
  readonly findings: readonly Finding[];
  readonly texts: number;
  readonly tags: number;
  readonly links: number;
  readonly actions: number;
  /** Files of the second copy; 0 where this browser keeps none. */
  readonly files: number;
}
