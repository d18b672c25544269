import type { Annotation } from '../../model/records.ts';
import type { ComparedText } from '../compared.ts';
import { onlyDifferIn, overlap, sameExtent } from './extent.ts';

// Less than a quarter in common is another tag of that type; of another type, words that are mostly others are another tag.
const leastOverlap = { sameType: 0.25, otherType: 0.5 };
// Above all that pairs of other extents can add up to in one place: what is the same is never given up for two that are alike.
const sameTag = 1_000;
// A type weighs as much as half of the words.
const sameTypeWeight = 0.5;
// Values and links decide between tags on the same words only: a hundred of them weigh less than any other difference.
const detail = { weight: 0.001, most: 100 };

/** How much speaks for two tags of two sets being the same one, 0 where they cannot be: the words and the type. */
export function likeness(a: Annotation, b: Annotation, text: ComparedText): number {
  const sameType = a.type === b.type;
  if (sameExtent(a.segments, b.segments)) return sameType ? 1 + sameTypeWeight + sameTag : 1;
  const shared = overlap(a.segments, b.segments);
  if (shared === 0) return 0;
  const only = onlyDifferIn(a.segments, b.segments, text.content, text.language);
  if (only === null && shared < (sameType ? leastOverlap.sameType : leastOverlap.otherType)) return 0;
  // Close to the same, but never as good.
  return (only === null ? 0.95 * shared : 0.98) + (sameType ? sameTypeWeight : 0);
}

/** What differing values and links take away from the likeness of two tags, so that it decides between equals. */
export const detailsApart = (differing: number): number => detail.weight * Math.min(detail.most, differing);
