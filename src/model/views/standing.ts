import type { Anchored, Difference } from '../../anchoring/anchored.ts';
import type { Stretch } from '../../text/stretch.ts';
import type { Annotation } from '../records.ts';

/**
 * How a tag of an older text stands in the newer one. `unchanged` and `moved` are the same words without doubt; `changed` is a proposal for
 * a person to decide; of what is `lost` nothing is found. `stretches` (UTF-16 units of the newer text) are the parts that were found, in order.
 */
export interface Standing {
  readonly annotation: Annotation;
  readonly status: Anchored['status'];
  readonly stretches: readonly Stretch[];
  /** How alike the words are, 0–1: of several parts the least. */
  readonly score: number;
  readonly changed: readonly Difference[];
}

/** True where the words stand without doubt. */
export const isSure = ({ status }: Standing): boolean => status === 'unchanged' || status === 'moved';
