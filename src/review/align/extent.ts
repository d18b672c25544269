import { areLeadingWords } from '../../text/leading-words.ts';
import type { Stretch } from '../../text/stretch.ts';

/** Where a tag lies: its segments in order, none touching the next. */
export type Extent = readonly Stretch[];

/** From the beginning of the first to the end of the last segment. */
export const wholeOf = (extent: Extent): Stretch => ({ start: extent[0]?.start ?? 0, end: extent.at(-1)?.end ?? 0 });

/** True where both have the same segments. */
export const sameExtent = (a: Extent, b: Extent): boolean =>
  a.length === b.length && a.every(({ start, end }, index) => start === b[index]?.start && end === b[index]?.end);

const sizeOf = (extent: Extent): number => extent.reduce((sum, { start, end }) => sum + end - start, 0);

/** How many UTF-16 units lie in both. */
export function sharedSize(a: Extent, b: Extent): number {
  let sum = 0;
  for (const one of a) for (const other of b) sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return sum;
}

/** The share of what either covers that both cover, from 0 to 1. */
export function overlap(a: Extent, b: Extent): number {
  const shared = sharedSize(a, b);
  return shared / (sizeOf(a) + sizeOf(b) - shared);
}

/** The stretches that only one of two extents covers, in order. */
export function differingStretches(a: Extent, b: Extent): Stretch[] {
  const edges = [...new Set([...a, ...b].flatMap(({ start, end }) => [start, end]))].sort((one, other) => one - other);
  const covers = (extent: Extent, at: number) => extent.some(({ start, end }) => start <= at && at < end);
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index] ?? end;
    return covers(a, start) === covers(b, start) ? [] : [{ start, end }];
  });
}

/** What edges may differ in without changing what is meant. */
export type TidyDifference = 'marks' | 'articles' | 'spaces';

// A percent sign or a number sign is a word.
const mark = /(?![%‰‱#&@§])\p{P}/gu;

/** What alone differs between two extents in this text: quotation marks and punctuation, leading articles and "that" or "to", spaces. `null` where other words differ, or the text is not known; empty for the same extent. */
export function onlyDifferIn(a: Extent, b: Extent, content: string | undefined, language: string): TidyDifference[] | null {
  if (sameExtent(a, b)) return [];
  if (content === undefined) return null;
  const starts = new Set([...a, ...b].map(({ start }) => start));
  const kinds = new Set<TidyDifference>();
  for (const stretch of differingStretches(a, b)) {
    const words = content.slice(stretch.start, stretch.end).replaceAll(mark, ' ').split(/\s+/u).filter(Boolean);
    if (words.length === 0) kinds.add(content.slice(stretch.start, stretch.end).trim() === '' ? 'spaces' : 'marks');
    else if (starts.has(stretch.end) && areLeadingWords(language, words)) kinds.add('articles');
    else return null;
  }
  return [...kinds].sort();
}
