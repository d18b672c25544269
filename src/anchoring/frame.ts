import { marksIn } from '../text/quotation-marks.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Stretch } from '../text/stretch.ts';

// Sentences are looked for this far around; farther where none ends there.
const near = 160;
const far = 5_120;

/**
 * The sentences a stretch lies in, from the first word to the last sign (UTF-16 units); where it lies in a quotation, the sentences
 * that introduce and end the quotation too: “A. B,” he denied. Never over a blank line.
 */
export function frameOf(text: string, stretch: Stretch): Stretch {
  for (let reach = near; ; reach *= 2) {
    const part = paragraphAround(text, stretch, reach);
    const frame = sentencesAround(text, part, quotationAround(text, part, stretch));
    const cut = (part.start < frame.start || !part.cutStart) && (frame.end < part.end || !part.cutEnd);
    if (cut || reach >= far) return frame;
  }
}

interface Paragraph extends Stretch {
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** At most `reach` units to either side, not over a blank line. `cutStart` and `cutEnd`: the paragraph goes on there. */
function paragraphAround(text: string, { start, end }: Stretch, reach: number): Paragraph {
  const [from, to] = [Math.max(0, start - reach), Math.min(text.length, end + reach)];
  const blank = /(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)/gu;
  const before = [...text.slice(from, start).matchAll(blank)].at(-1);
  const after = text.slice(end, to).search(blank);
  return {
    start: before ? from + before.index + before[0].length : from,
    end: after < 0 ? to : end + after,
    cutStart: !before && from > 0,
    cutEnd: after < 0 && to < text.length,
  };
}

/** The quotation the stretch lies in, marks included; the stretch itself where it lies in none. */
function quotationAround(text: string, part: Stretch, stretch: Stretch): Stretch {
  const marks = marksIn(text, part);
  const before = marks.findLast((mark) => mark.end <= stretch.start && mark.position !== 'inside' && mark.elision === null);
  const after = marks.find((mark) => mark.start >= stretch.end && mark.position !== 'inside' && mark.elision === null);
  const opens = before && before.position !== 'close';
  const closes = after && after.position !== 'open';
  return opens && closes ? { start: before.start, end: after.end } : stretch;
}

function sentencesAround(text: string, part: Stretch, { start, end }: Stretch): Stretch {
  const touched = sentencesIn(text, part, 'und').filter((sentence) => sentence.start < end && sentence.end > start);
  return { start: Math.min(start, touched[0]?.start ?? start), end: Math.max(end, touched.at(-1)?.end ?? end) };
}
