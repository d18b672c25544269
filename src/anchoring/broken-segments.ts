import { isGraphemeBoundary } from '../text/graphemes.ts';
import type { Segment } from './segment.ts';

/** What is wrong with one segment: its place in the list, the member at fault (`null`: the whole), and the rule that is broken. */
export interface BrokenSegment {
  readonly index: number;
  readonly member: keyof Segment | null;
  readonly rule: 'outside' | 'order' | 'words' | 'grapheme' | 'context';
}

/** Every rule that segments of a text of `length` UTF-16 units break. Words are compared only where the content is known. */
export function brokenSegments(segments: readonly Segment[], length: number, content: string | undefined): BrokenSegment[] {
  return segments.flatMap((segment, index): BrokenSegment[] => {
    if (segment.start < 0 || segment.start >= segment.end || segment.end > length) return [{ index, member: null, rule: 'outside' }];
    const before = segments[index - 1];
    const order: BrokenSegment[] = before && segment.start <= before.end ? [{ index, member: null, rule: 'order' }] : [];
    return content === undefined ? order : [...order, ...brokenWords(segment, content).map((broken) => ({ index, ...broken }))];
  });
}

function brokenWords({ start, end, exact, prefix, suffix }: Segment, content: string): Omit<BrokenSegment, 'index'>[] {
  const broken: Omit<BrokenSegment, 'index'>[] = [];
  if (content.slice(start, end) !== exact) broken.push({ member: 'exact', rule: 'words' });
  else if (!isGraphemeBoundary(content, start)) broken.push({ member: 'start', rule: 'grapheme' });
  else if (!isGraphemeBoundary(content, end)) broken.push({ member: 'end', rule: 'grapheme' });
  if (!content.slice(0, start).endsWith(prefix)) broken.push({ member: 'prefix', rule: 'context' });
  if (!content.startsWith(suffix, end)) broken.push({ member: 'suffix', rule: 'context' });
  return broken;
}
