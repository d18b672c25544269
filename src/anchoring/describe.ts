import { graphemeAfter, graphemeBefore, isGraphemeBoundary, snapToGraphemes } from '../text/graphemes.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Segment } from './segment.ts';

// As the Web Annotation tools do: enough to tell look-alikes apart, little enough to read.
const context = 32;

/** The segments at these stretches (UTF-16 units): sorted, touching ones joined, no grapheme cluster cut. Throws a RangeError for an empty list, an empty stretch, or one outside the text. */
export function segmentsAt(text: string, stretches: readonly Stretch[]): readonly [Segment, ...Segment[]] {
  for (const { start, end } of stretches) {
    const whole = Number.isInteger(start) && Number.isInteger(end);
    if (!whole || start < 0 || end > text.length || start >= end) throw new RangeError(`No text stands at ${start}–${end}.`);
  }
  const snapped = stretches.map((stretch) => snapToGraphemes(text, stretch));
  const [first, ...rest] = join(snapped).map((stretch) => describe(text, stretch));
  if (!first) throw new RangeError('A tag needs at least one stretch of text.');
  return [first, ...rest];
}

/** The stretches in order, those that touch or overlap made one. */
function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    else joined.push(next);
  }
  return joined;
}

function describe(text: string, { start, end }: Stretch): Segment {
  const from = inwards(text, Math.max(0, start - context), graphemeAfter);
  const to = inwards(text, Math.min(text.length, end + context), graphemeBefore);
  const segment = {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(from, start), start),
    suffix: text.slice(end, Math.max(to, end)),
  };
  if (segment.exact.length !== end - start) throw new RangeError(`The text ends before ${end}.`);
  return segment;
}

const inwards = (text: string, offset: number, step: (text: string, offset: number) => number): number =>
  isGraphemeBoundary(text, offset) ? offset : step(text, offset);
