import type { Stretch } from '../text/stretch.ts';
import type { Alignment } from './alignment.ts';
import { at } from './at.ts';
import type { TokenRange } from './place.ts';
import { endOf, startOf } from './token-places.ts';

/**
 * The stretch of the new text (UTF-16 units) that tokens at a place stand for: parts of words stay parts where the word is the same,
 * and what the old stretch had of spaces and invisible marks at its edges is there where the new text has it too.
 */
export function stretchAt({ olds, nows, to }: Alignment, range: TokenRange, place: TokenRange, stretch: Stretch): Stretch {
  const isOther = (old: number, now: number) => at(to, old) !== now || olds.id[old] !== nows.id[now];
  const last = range.end - 1;
  const [headUnit, tailUnit] = [at(olds.start, range.start), at(olds.end, last)];
  const cutHead = isOther(range.start, place.start) ? 0 : unitsBefore(olds.folded.to, headUnit, tailUnit, stretch.start);
  const cutTail = isOther(last, place.end - 1) ? 0 : unitsBehind(olds.folded.from, headUnit, tailUnit, stretch.end);
  const start = at(nows.folded.from, at(nows.start, place.start) + cutHead);
  const end = at(nows.folded.to, at(nows.end, place.end - 1) - 1 - cutTail);
  const [oldText, newText] = [olds.folded.text, nows.folded.text];
  const lead = oldText.slice(stretch.start, Math.max(stretch.start, startOf(olds, range.start)));
  const trail = oldText.slice(Math.min(stretch.end, endOf(olds, last)), stretch.end);
  return {
    start: newText.slice(0, start).endsWith(lead) ? start - lead.length : start,
    end: newText.startsWith(trail, end) ? end + trail.length : end,
  };
}

/** How many units from `first` on end before the place. */
function unitsBefore(ends: Int32Array, first: number, last: number, place: number): number {
  let count = 0;
  while (first + count < last && at(ends, first + count) <= place) count += 1;
  return count;
}

/** How many units up to `last` begin at the place or behind it. */
function unitsBehind(starts: Int32Array, first: number, last: number, place: number): number {
  let count = 0;
  while (last - count > first && at(starts, last - count - 1) >= place) count += 1;
  return count;
}
