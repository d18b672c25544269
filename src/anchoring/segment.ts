import type { Stretch } from '../text/stretch.ts';

/** One part of an annotation: where it lies (UTF-16 units), its words, and up to 32 units of the text before and after. */
export interface Segment extends Stretch {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
