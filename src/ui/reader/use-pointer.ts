import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Annotation, Id } from '../../model/records.ts';
import { stackAt } from '../../model/views/tags.ts';
import { snapToGraphemes } from '../../text/graphemes.ts';
import type { Stretch } from '../../text/stretch.ts';
import { cursorOver, selectedStretches } from '../../workspace/cursor.ts';
import { focusCursor } from '../../workspace/focus.ts';
import { layoutOf } from '../../workspace/open-layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { useWorkspace } from '../use-workspace.ts';
import { offsetAtPoint, offsetOf } from './offsets.ts';

/** The browser's own selection as a stretch without outer spaces; `null` when it is empty or lies elsewhere. */
export function nativeStretch(text: string): Stretch | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const words = text.slice(start, end);
  const trimmed = { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
  return trimmed.start < trimmed.end ? snapToGraphemes(text, trimmed) : null;
}

/** What the mouse does in the article: a drag selects, a click takes the smallest tag, a later click there the next larger. */
export function usePointer(annotations: readonly Annotation[]) {
  const workspace = useWorkspace();
  const last = useRef<{ readonly x: number; readonly y: number; readonly at: number } | null>(null);
  return {
    onMouseUp: (event: MouseEvent) => {
      if (event.button !== 0) return;
      focusCursor();
      const layout = layoutOf(workspace.state.getState());
      if (!layout) return;
      const stretch = event.detail === 3 ? sentenceAt(workspace, event) : nativeStretch(layout.text);
      if (stretch) return select(workspace, stretch, event.ctrlKey || event.metaKey);
      if (event.detail > 1) return;
      const before = last.current;
      const again = before !== null && Math.abs(before.x - event.clientX) < 4 && Math.abs(before.y - event.clientY) < 4;
      last.current = { x: event.clientX, y: event.clientY, at: event.timeStamp };
      click(workspace, annotations, event, again);
    },
    onPointerOver: (event: PointerEvent) => hover(workspace, event.target),
    onPointerLeave: () => workspace.show({ hovered: null }),
  };
}

function select(workspace: Workspace, stretch: Stretch, further: boolean): void {
  const { cursor, selected, mode } = workspace.state.getState().session;
  const parts = further && cursor ? selectedStretches(cursor) : [];
  // Selecting more while a tag waits for a part must not lose the tag.
  workspace.show({ cursor: { ...cursorOver(stretch), parts }, selected: further || mode.kind !== 'reading' ? selected : null });
}

function sentenceAt(workspace: Workspace, event: MouseEvent): Stretch | null {
  const offset = offsetAtPoint(event.clientX, event.clientY);
  const layout = layoutOf(workspace.state.getState());
  return (offset !== null && layout?.sentences.find(({ start, end }) => start <= offset && offset <= end)) || null;
}

function click(workspace: Workspace, annotations: readonly Annotation[], event: MouseEvent, again: boolean): void {
  const offset = offsetAtPoint(event.clientX, event.clientY);
  if (offset === null) return;
  const { selected, mode } = workspace.state.getState().session;
  // The caret may come to stand on either side of the letter that was hit: the mark under the pointer decides.
  const under = idsUnder(event.target);
  const stack =
    under.length > 0 ? under.flatMap((id) => annotations.find((annotation) => annotation.id === id) ?? []) : stackAt(annotations, offset);
  workspace.show({ cursor: { anchor: offset, active: offset, unit: 'free', parts: [] } });
  const next = again ? stack[(stack.findIndex(({ id }) => id === selected) + 1) % stack.length] : stack[0];
  const quotation = next || mode.kind !== 'reading' ? null : untaggedAt(workspace, annotations, offset);
  if (quotation) workspace.show({ selected: null, offering: { kind: 'quotation', quotation } });
  else if (mode.kind === 'linking' && next) workspace.perform('link', { from: mode.from, to: next.id, relation: mode.relation });
  else workspace.perform('select-annotation', { annotation: next?.id ?? null });
}

/** The quotation around an offset that no quote lies on; `null` where there is none. */
function untaggedAt(workspace: Workspace, annotations: readonly Annotation[], offset: number): Stretch | null {
  const quotation = layoutOf(workspace.state.getState())?.quotations.find(({ start, end }) => start <= offset && offset < end);
  if (!quotation) return null;
  const { start, end } = quotation;
  const isTagged = annotations.some(
    ({ type, segments }) => type === 'quote' && segments.some((part) => part.start < end && start < part.end),
  );
  return isTagged ? null : { start, end };
}

function idsUnder(target: EventTarget): readonly Id[] {
  const mark = target instanceof Element ? target.closest('mark[data-annotation]') : null;
  return mark?.getAttribute('data-annotation')?.split(' ') ?? [];
}

function hover(workspace: Workspace, target: EventTarget): void {
  const [hovered = null] = idsUnder(target);
  if (workspace.state.getState().session.hovered !== hovered) workspace.show({ hovered });
}
