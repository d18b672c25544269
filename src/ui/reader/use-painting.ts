import { type RefObject, useEffect } from 'react';
import { linksOf } from '../../model/views/tags.ts';
import type { Stretch } from '../../text/stretch.ts';
import { selectedStretches } from '../../workspace/cursor.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { rangesOf } from './offsets.ts';

type Article = RefObject<HTMLElement | null>;

/** Paints what is transient with the Custom Highlight API: the range cursor, the tag under the pointer, the ends of its links, quotation marks that no quote covers. */
export function usePainting(article: Article, text: string): void {
  useCursorPaint(article, text);
  useHoverPaint(article);
  useUncoveredPaint(article);
}

function useCursorPaint(article: Article, text: string): void {
  const cursor = useWorkspaceState(({ session }) => session.cursor);
  // What was just tagged shows the tint of its tag, not that of the cursor.
  const hidden = useWorkspaceState(
    ({ session: { selected, mode, cursor } }) =>
      selected !== null && (mode.kind === 'reading' || mode.kind === 'linking') && cursor?.parts.length === 0,
  );
  // Tags cut the text nodes anew, so ranges must be made anew.
  const annotations = useWorkspaceState(({ project }) => project.annotations);
  useEffect(
    () => (cursor && !hidden ? paint(article, 'cursor', selectedStretches(cursor)) : undefined),
    [article, cursor, hidden, annotations, text],
  );
}

function useHoverPaint(article: Article): void {
  const workspace = useWorkspace();
  const hovered = useWorkspaceState(({ session }) => session.hovered);
  useEffect(() => {
    const { project } = workspace.state.getState();
    const annotation = hovered === null ? undefined : project.annotations.get(hovered);
    if (!annotation) return;
    const ends = linksOf(project, annotation.id).flatMap(({ other }) => other.segments);
    const wipes = [paint(article, `hover-${annotation.type}`, annotation.segments), paint(article, 'hover-ends', ends)];
    return () => {
      for (const wipe of wipes) wipe?.();
    };
  }, [article, hovered, workspace]);
}

/** Drawn anew with each round of the checks, which comes after a pause: no key waits for it, and text nodes that were cut meanwhile are found again. */
function useUncoveredPaint(article: Article): void {
  const findings = useWorkspaceState(({ checks }) => checks.findings);
  useEffect(() => {
    const uncovered = findings.filter(({ check, acknowledged }) => check === 'uncovered-quotation-marks' && acknowledged === null);
    return uncovered.length > 0 ? paint(article, 'uncovered', uncovered) : undefined;
  }, [article, findings]);
}

/** Paints stretches under a name the style sheet knows; gives what wipes them off again. */
function paint(article: Article, name: string, stretches: readonly Stretch[]): (() => void) | undefined {
  const element = article.current;
  if (!element || !('highlights' in CSS)) return undefined;
  const highlight = new Highlight(...stretches.flatMap((stretch) => rangesOf(element, stretch)));
  CSS.highlights.set(name, highlight);
  return () => {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  };
}
