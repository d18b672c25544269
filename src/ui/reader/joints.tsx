import { useWorkspaceState } from '../use-workspace.ts';
import { rangesOf } from './offsets.ts';
import { type Place, type Places, placed } from './places.ts';
import styles from './reader.module.css';

/** A dotted hairline from each part of the selected annotation to the next, in the leading, as the text runs. */
export function Joints({ places }: { readonly places: Places }) {
  const selected = useWorkspaceState(({ project, session }) => project.annotations.get(session.selected ?? ''));
  if (!selected || selected.segments.length < 2) return null;
  const parts = selected.segments.map((segment) =>
    placed(
      places,
      rangesOf(places.article, segment).flatMap((range) => [...range.getClientRects()]),
    ),
  );
  const rightToLeft = places.article.dir === 'rtl';
  const lines = parts.slice(1).flatMap((next, index) => {
    const [from, to] = [parts[index]?.at(-1), next[0]];
    return from && to ? [path(from, to, places.article.clientWidth, rightToLeft)] : [];
  });
  return (
    <svg className={styles.joints} data-type={selected.type} aria-hidden="true">
      {lines.map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}

// On one line straight across; else to the end of the line, and from the beginning of the line where the next part stands.
function path(from: Place, to: Place, width: number, rightToLeft: boolean): string {
  const end = rightToLeft ? from.left : from.left + from.width;
  const start = rightToLeft ? to.left + to.width : to.left;
  const [above, below] = [from.top + from.height + 2, to.top + to.height + 2];
  if (Math.abs(above - below) < 4) return `M ${end} ${above} H ${start}`;
  return rightToLeft ? `M ${end} ${above} H 0 M ${width} ${below} H ${start}` : `M ${end} ${above} H ${width} M 0 ${below} H ${start}`;
}
