import type { Stretch } from '../../text/stretch.ts';
import type { Acknowledgement, Annotation, Id } from '../records.ts';
import type { Subject } from './subject.ts';

export type Level = 'error' | 'warning' | 'hint';

/** What would mend a finding in one step, where there is only one sensible thing to do. */
type Fix =
  | { readonly kind: 'set-segments'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'delete' }
  | { readonly kind: 'unlink'; readonly relation: Id }
  | { readonly kind: 'link-speaker' }
  | { readonly kind: 'tag-quote'; readonly stretch: Stretch };

/** What one check reports. `message` names a sentence in `messages/checks.ts`, `params` are its words. */
export interface Found {
  /** `null` for what lies in the text and in no tag. */
  readonly annotation: Annotation | null;
  readonly stretch: Stretch;
  readonly message: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Tells findings of one check at one annotation apart, and is the place where the finding is about a place: other places need another look. */
  readonly detail?: string;
  readonly fix?: Fix;
}

/** One check of the codebook. Without the text, which may be withheld, those that need it find nothing. */
export interface Check {
  readonly id: string;
  readonly needsText: boolean;
  find(subject: Subject): readonly Found[];
}

/** What a check found, with its level by the codebook. `start` and `end` in UTF-16 units of the text. */
export interface Finding {
  readonly check: string;
  readonly level: Level;
  readonly article: Id;
  readonly start: number;
  readonly end: number;
  readonly annotation: Id | null;
  /** The same as long as the same is wrong at the same annotation or place, whatever else changes; unique with `annotation`. */
  readonly key: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string>>;
  readonly fix: Fix | null;
  /** Why it needs no mending; `null` while it is open. */
  readonly acknowledged: Acknowledgement | null;
}

/** True for what keeps an article from being done. */
export const isOpenError = ({ level, acknowledged }: Finding): boolean => level === 'error' && acknowledged === null;

/** The words of a place, as keys name it. */
export const placeOf = ({ start, end }: Stretch): string => `${start}-${end}`;
