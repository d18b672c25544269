import type { Stretch } from './stretch.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
// No cluster in use is longer; a window around an offset then holds every cluster that touches it.
const window = 256;

// Segmenting may begin anywhere a cluster surely begins: after a line end, or before a plain ASCII letter, digit or space.
function anchorBefore(text: string, offset: number): number {
  const lowest = Math.max(0, offset - window);
  for (let at = offset - 1; at > lowest; at -= 1) {
    if (/[a-zA-Z0-9 ]/.test(text.charAt(at)) && /[a-zA-Z0-9 ]/.test(text.charAt(at - 1))) return at;
  }
  return lowest;
}

function clusterAround(text: string, offset: number): Stretch {
  const from = anchorBefore(text, offset);
  for (const { index, segment } of segmenter.segment(text.slice(from, offset + window))) {
    const start = from + index;
    if (start + segment.length > offset) return { start, end: start + segment.length };
  }
  return { start: offset, end: offset };
}

// Below the combining marks only a line end of two units is one cluster.
const isPlainEdge = (text: string, offset: number): boolean =>
  offset > 0 && text.charCodeAt(offset - 1) < 0x300 && text.charCodeAt(offset) < 0x300 && text.charAt(offset) !== '\n';

/** True when a grapheme cluster begins or the text ends at the offset (UTF-16 units). */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset < 0 || offset > text.length) return false;
  return offset === text.length || isPlainEdge(text, offset) || clusterAround(text, offset).start === offset;
}

/** The start of the cluster that ends at or holds the offset; 0 at the beginning. UTF-16 units. */
export function graphemeBefore(text: string, offset: number): number {
  return offset <= 0 ? 0 : clusterAround(text, Math.min(offset, text.length) - 1).start;
}

/** The end of the cluster that begins at or holds the offset; the text's length at its end. UTF-16 units. */
export function graphemeAfter(text: string, offset: number): number {
  return offset >= text.length ? text.length : clusterAround(text, Math.max(0, offset)).end;
}

/** The smallest stretch around the given one that cuts no grapheme cluster. UTF-16 units. */
export function snapToGraphemes(text: string, { start, end }: Stretch): Stretch {
  const from = isGraphemeBoundary(text, start) ? start : graphemeBefore(text, start);
  return { start: from, end: isGraphemeBoundary(text, end) ? end : graphemeAfter(text, end) };
}
