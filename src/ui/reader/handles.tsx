import { type PointerEvent, useState } from 'react';
import { readerMessages } from '../../messages/reader.ts';
import type { Annotation } from '../../model/records.ts';
import { isGraphemeBoundary } from '../../text/graphemes.ts';
import type { Stretch } from '../../text/stretch.ts';
import { writable } from '../../workspace/session.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { offsetAtPoint, rangesOf } from './offsets.ts';
import { type Places, placed } from './places.ts';
import styles from './reader.module.css';

/** The edges of the selected annotation, to be dragged. Keys do the same: e, then the cursor keys. */
export function Handles({ places, text }: { readonly places: Places; readonly text: string }) {
  const selected = useWorkspaceState(({ project, session }) => project.annotations.get(session.selected ?? ''));
  const canWrite = useWorkspaceState(writable);
  if (!selected || !canWrite) return null;
  const edges = selected.segments.flatMap((segment, index) => (['start', 'end'] as const).map((edge) => ({ segment, index, edge })));
  return edges.map(({ segment, index, edge }) => (
    <Handle key={`${index} ${edge}`} places={places} text={text} annotation={selected} index={index} edge={edge} segment={segment} />
  ));
}

interface Props {
  readonly places: Places;
  readonly text: string;
  readonly annotation: Annotation;
  readonly segment: Stretch;
  readonly index: number;
  readonly edge: 'start' | 'end';
}

function Handle({ places, text, annotation, segment, index, edge }: Props) {
  const workspace = useWorkspace();
  const [dragged, setDragged] = useState<number | null>(null);
  const offset = dragged ?? segment[edge];
  const [range] = rangesOf(places.article, edge === 'start' ? { start: offset, end: offset + 1 } : { start: offset - 1, end: offset });
  const place = range && placed(places, range.getClientRects()).at(0);
  if (!place) return null;
  const stretch = (at: number): Stretch => (edge === 'start' ? { start: at, end: segment.end } : { start: segment.start, end: at });
  const move = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const at = offsetAtPoint(event.clientX, event.clientY);
    if (at === null || !isGraphemeBoundary(text, at) || stretch(at).start >= stretch(at).end) return;
    setDragged(at);
    workspace.show({ cursor: { anchor: stretch(at).start, active: stretch(at).end, unit: 'free', parts: [] } });
  };
  const drop = () => {
    if (dragged === null) return;
    const stretches = annotation.segments.map((other, at) => (at === index ? stretch(dragged) : other));
    setDragged(null);
    workspace.show({ cursor: null });
    workspace.perform('set-segments', { annotation: annotation.id, stretches });
  };
  const left = place.left + ((edge === 'end') !== (places.article.dir === 'rtl') ? place.width : 0);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.handle}
      data-type={annotation.type}
      aria-label={edge === 'start' ? readerMessages.start(annotation.type) : readerMessages.end(annotation.type)}
      style={{ left, top: place.top, height: place.height }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={move}
      onPointerUp={drop}
    />
  );
}
