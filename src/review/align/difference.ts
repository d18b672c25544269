import type { Id } from '../../model/records.ts';
import type { TidyDifference } from './extent.ts';

/** What a difference between sets is about. `missing`: the first of the sets has it, others do not; `extra`: the first has not. */
export const differenceKinds = ['same', 'missing', 'extra', 'boundary', 'type', 'attribute', 'link', 'source'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Sets that read a passage in one way, and how. */
export interface Reading<T> {
  readonly sets: readonly Id[];
  readonly value: T;
}

/** The edges of one reading; `by`: how far start and end lie from those of the first (UTF-16 units), how many units only one of them covers, and what alone differs, where it is no other words. */
export interface EdgeReading {
  readonly sets: readonly Id[];
  readonly segments: readonly (readonly [number, number])[];
  readonly by?: { readonly start: number; readonly end: number; readonly units: number; readonly only: readonly TidyDifference[] | null };
}

/** What differs, by kind. An unset value, entry or target is `null`. */
export type DifferenceDetail =
  | { readonly type: string; readonly in: readonly Id[]; readonly notIn: readonly Id[] }
  | { readonly readings: readonly EdgeReading[] }
  | { readonly readings: readonly Reading<string>[] }
  | { readonly attribute: string; readonly counted: boolean; readonly readings: readonly Reading<string | null>[] }
  | { readonly readings: readonly Reading<string | null>[]; readonly names: readonly (string | null)[] }
  | LinkDetail
  | Readonly<Record<string, never>>;

/** A link that one reading has and the other has not, or has otherwise: another target, another type, another order of the path. */
export interface LinkDetail {
  readonly change: 'missing' | 'extra' | 'target' | 'relation' | 'order';
  readonly relation: string;
  readonly readings: readonly Reading<LinkReading | null>[];
  /** Where the targets differ: true if both are tags of one entry of the register. */
  readonly sameEntry?: boolean;
}

/** A link, or for `order` all of its path. */
export interface LinkReading {
  readonly relation: string;
  readonly to: readonly Id[];
}

/** One difference, or the agreement, of several sets on a passage (UTF-16 units, over all of its tags). */
export interface Difference {
  readonly article: Id;
  readonly kind: DifferenceKind;
  /** All sets that are about the text, in the order in which they were named. */
  readonly sets: readonly Id[];
  readonly annotations: readonly Id[];
  readonly start: number;
  readonly end: number;
  readonly detail: DifferenceDetail;
}
