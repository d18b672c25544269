import { type RefObject, useEffect } from 'react';
import { selectedStretches } from '../../workspace/cursor.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import { rangesOf } from './offsets.ts';

/** Paints the range cursor over the text with the Custom Highlight API: transient, so never marked up. */
export function usePainting(article: RefObject<HTMLElement | null>, text: string): void {
  const cursor = useWorkspaceState(({ session }) => session.cursor);
  // What was just tagged shows the tint of its tag, not that of the cursor.
  const hidden = useWorkspaceState(
    ({ session: { selected, mode, cursor } }) =>
      selected !== null && (mode.kind === 'reading' || mode.kind === 'linking') && cursor?.parts.length === 0,
  );
  const annotations = useWorkspaceState(({ project }) => project.annotations);
  useEffect(() => {
    const element = article.current;
    if (!element || !cursor || hidden || !('highlights' in CSS)) return;
    const ranges = selectedStretches(cursor).flatMap((stretch) => rangesOf(element, stretch));
    CSS.highlights.set('cursor', new Highlight(...ranges));
    return () => void CSS.highlights.delete('cursor');
  }, [article, cursor, hidden, annotations, text]);
}
