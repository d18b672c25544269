/**
 * Brings an element into view with the next frame, in which the page is laid out anyway: to ask for it at once would lay it out
 * twice, and what was just done would be stored later. Gives what calls it off.
 */
export function showBeforePaint(find: () => Element | null | undefined): () => void {
  const frame = requestAnimationFrame(() => find()?.scrollIntoView({ block: 'nearest' }));
  return () => cancelAnimationFrame(frame);
}
