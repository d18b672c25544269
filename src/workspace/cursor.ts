import type { Stretch } from '../text/stretch.ts';

/**
 * The range cursor: `anchor` stays, `active` moves (UTF-16 units); equal: a mere caret. Further `parts` were selected before (Ctrl/Cmd or `p`).
 * `unit` is what the last movement went by, so that it can be announced.
 */
export interface Cursor {
  readonly anchor: number;
  readonly active: number;
  readonly unit: Unit;
  readonly parts: readonly Stretch[];
}

export type Unit = 'paragraph' | 'sentence' | 'clause' | 'word' | 'character' | 'free';
