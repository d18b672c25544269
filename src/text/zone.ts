import type { Stretch } from './stretch.ts';

export type ZoneKind = 'metadata' | 'site-chrome' | 'headline' | 'byline' | 'caption' | 'credit' | 'paragraph';

/** A part of a text with one role, as the parser finds it. Zones of a text are ordered, do not overlap and hold no line ends. */
export interface ParsedZone extends Stretch {
  readonly kind: ZoneKind;
}
