import type { Stretch } from '../text/stretch.ts';

/**
 * What differs from the text a tag was made on. `words`, `number` and `negation` (also doubts and conditions) are visible in the tag or,
 * for a negation, in its sentence; `typography` is the same words set otherwise; `place`: the words stand there, but perhaps as others.
 */
export interface Difference {
  readonly kind: 'words' | 'number' | 'negation' | 'typography' | 'place';
  /** What stood there; empty where something was added. */
  readonly from: string;
  /** What stands there now; empty where something was removed. */
  readonly to: string;
}

interface Found extends Stretch {
  /** `unchanged`: same place, same words. `moved`: another place, without doubt. `changed`: a proposal for a person to decide. */
  readonly status: 'unchanged' | 'moved' | 'changed';
  /** How alike the words are, 0–1. */
  readonly score: number;
  readonly changed: readonly Difference[];
}

interface Lost {
  readonly status: 'lost';
  readonly score: number;
  readonly changed: readonly Difference[];
}

/** Where the words of a tag stand in another text (UTF-16 units, no grapheme cluster cut), or that they are lost. */
export type Anchored = Found | Lost;
