import { anchorAnnotations } from '../../anchoring/anchor-annotations.ts';
import type { Anchored, Difference } from '../../anchoring/anchored.ts';
import type { Stretch } from '../../text/stretch.ts';
import type { Annotation } from '../records.ts';
import type { Standing } from './standing.ts';

/** How the tags of the old text stand in the new one, in the same order. Both texts are compared once. Throws a RangeError for a tag outside the old text. */
export function standingsIn(oldText: string, newText: string, annotations: readonly Annotation[]): Standing[] {
  const anchored = anchorAnnotations(
    oldText,
    newText,
    annotations.flatMap(({ segments }) => segments),
  );
  let at = 0;
  return annotations.map((annotation) => {
    const parts = anchored.slice(at, at + annotation.segments.length);
    at += parts.length;
    return standingOf(annotation, parts);
  });
}

function standingOf(annotation: Annotation, parts: readonly Anchored[]): Standing {
  const found = parts.flatMap((part) => (part.status === 'lost' ? [] : [{ start: part.start, end: part.end }]));
  const gone = parts.flatMap((part, index): Difference[] =>
    part.status === 'lost' ? [{ kind: 'words', from: annotation.segments[index]?.exact ?? '', to: '' }] : [],
  );
  const changed = [...parts.flatMap((part) => part.changed), ...gone];
  const score = Math.min(...parts.map((part) => part.score));
  return { annotation, status: statusOf(parts, found), stretches: inOrder(found) ? found : [], score, changed };
}

function statusOf(parts: readonly Anchored[], found: readonly Stretch[]): Anchored['status'] {
  if (found.length === 0) return 'lost';
  // Parts that changed places say something else together.
  if (found.length < parts.length || !inOrder(found) || parts.some(({ status }) => status === 'changed')) return 'changed';
  return parts.every(({ status }) => status === 'unchanged') ? 'unchanged' : 'moved';
}

const inOrder = (stretches: readonly Stretch[]): boolean =>
  stretches.every(({ start }, index) => index === 0 || start >= (stretches[index - 1]?.end ?? 0));
