import { graphemeAfter, graphemeBefore } from '../text/graphemes.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Layout } from './layout.ts';

/**
 * The range cursor: `anchor` stays, `active` moves (UTF-16 units); equal: a mere caret. Further `parts` were selected before (Ctrl/Cmd).
 * `unit` is what the last movement went by, so that it can be announced.
 */
export interface Cursor {
  readonly anchor: number;
  readonly active: number;
  readonly unit: Unit;
  readonly parts: readonly Stretch[];
}

export type Unit = 'paragraph' | 'sentence' | 'clause' | 'word' | 'character' | 'quotation' | 'free';

/** One step of the cursor. `extend` moves only its active edge. */
export interface Movement {
  readonly unit: Exclude<Unit, 'free'>;
  readonly direction: 1 | -1;
  readonly extend?: boolean;
}

/** The cursor over a stretch, its end active. */
export const cursorOver = ({ start, end }: Stretch, unit: Unit = 'free'): Cursor => ({ anchor: start, active: end, unit, parts: [] });

/** The stretch the cursor spans; empty for a mere caret. */
export const spanOf = ({ anchor, active }: Cursor): Stretch => ({ start: Math.min(anchor, active), end: Math.max(anchor, active) });

/** All stretches that are selected; none for a mere caret. */
export function selectedStretches(cursor: Cursor): Stretch[] {
  const span = spanOf(cursor);
  return [...cursor.parts, ...(span.start < span.end ? [span] : [])];
}

const unitsOf = (layout: Layout, unit: Unit): readonly Stretch[] => {
  if (unit === 'quotation') return layout.quotations;
  if (unit === 'paragraph') return layout.paragraphs;
  if (unit === 'sentence') return layout.sentences;
  return unit === 'clause' ? layout.clauses : layout.words;
};

/**
 * The cursor after a step; at the text's ends it stays. Without a cursor the first step takes the first unit of the text.
 * `view` is where the text in view begins when the cursor has been left behind: a step then starts there.
 */
export function moveCursor(layout: Layout, cursor: Cursor | null, movement: Movement, view: number | null = null): Cursor {
  const { unit, direction, extend = false } = movement;
  if (view !== null && !extend && unit !== 'character' && unit !== 'quotation') return cursorFrom(layout, cursor, movement, view);
  const from = cursor ?? { anchor: 0, active: 0, unit, parts: [] };
  if (unit === 'character')
    return { ...from, unit, active: direction > 0 ? graphemeAfter(layout.text, from.active) : graphemeBefore(layout.text, from.active) };
  const units = unitsOf(layout, unit);
  if (extend) return { ...from, unit, active: nextEdge(units, from, direction) };
  const next = direction > 0 ? nextUnit(units, cursor, unit) : units.findLast(({ start }) => cursor && start < spanOf(cursor).start);
  return next ? cursorOver(next, unit) : from;
}

function cursorFrom(layout: Layout, cursor: Cursor | null, { unit, direction }: Movement, view: number): Cursor {
  const units = unitsOf(layout, unit);
  const next = direction > 0 ? units.find(({ start }) => start >= view) : units.findLast(({ start }) => start < view);
  return next ? cursorOver(next, unit) : (cursor ?? cursorOver({ start: view, end: view }, unit));
}

// Within a larger stretch the next unit is its first one; behind it otherwise. Behind a quotation stands mostly the speaker.
function nextUnit(units: readonly Stretch[], cursor: Cursor | null, unit: Unit): Stretch | undefined {
  if (!cursor) return units[0];
  const span = spanOf(cursor);
  const behind = cursor.unit === unit || cursor.unit === 'character' || (cursor.unit === 'quotation' && unit === 'word');
  const from = behind ? Math.max(span.start, span.end - 1) : span.start - 1;
  return units.find(({ start, end }) => start > from && !(start === span.start && end === span.end));
}

// An edge beyond the anchor stands at unit ends, one before it at unit starts, so that whole units are spanned either way.
function nextEdge(units: readonly Stretch[], { anchor, active }: Cursor, direction: 1 | -1): number {
  if (direction > 0) {
    const edge = units.map(({ start, end }) => (end > anchor ? end : start)).find((offset) => offset > active);
    return edge ?? active;
  }
  const edges = units.map(({ start, end }) => (start < anchor ? start : end)).filter((offset) => offset < active);
  return Math.max(edges.at(-1) ?? active, ...(active > anchor ? [anchor] : []).filter((offset) => offset < active));
}
