import { useWorkspaceState } from '../use-workspace.ts';
import { rangesOf } from './offsets.ts';
import { type Places, placed } from './places.ts';
import styles from './reader.module.css';

/** The cursor's active edge, so that it is seen which end the next key moves. */
export function Caret({ places }: { readonly places: Places }) {
  const cursor = useWorkspaceState(({ session }) => (session.selected !== null && session.mode.kind === 'reading' ? null : session.cursor));
  if (!cursor) return null;
  const at = cursor.active;
  // The rectangle of the character before an end edge, after a start edge: a caret at a line's end stays on its line.
  const before = at > cursor.anchor;
  const [range] = rangesOf(places.article, before ? { start: at - 1, end: at } : { start: at, end: at + 1 });
  const [place] = range ? placed(places, range.getClientRects()) : [];
  if (!place) return null;
  const rightToLeft = places.article.dir === 'rtl';
  return (
    <div
      className={styles.caret}
      data-caret=""
      style={{ left: place.left + (before !== rightToLeft ? place.width : 0), top: place.top, height: place.height }}
    />
  );
}
