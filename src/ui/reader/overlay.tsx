import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Article } from '../../model/records.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import { Caret } from './caret.tsx';
import { Handles } from './handles.tsx';
import { Links } from './links.tsx';
import { Toolbar } from './toolbar.tsx';

/** What the floating parts measure by; a new object whenever places may have moved. */
export interface Places {
  readonly article: HTMLElement;
  readonly scroller: HTMLElement;
}

interface Props {
  readonly article: Article;
  readonly element: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly text: string;
}

/** Everything that floats over the article: caret, toolbar, handles, links. Measured after each change of layout. */
export function Overlay({ article, element, scroller, text }: Props) {
  const [places, setPlaces] = useState<Places | null>(null);
  const annotations = useWorkspaceState(({ project }) => project.annotations);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are measured anew when tags change
  useLayoutEffect(() => {
    const [marks, view] = [element.current, scroller.current];
    if (!marks || !view) return;
    const measure = () => setPlaces({ article: marks, scroller: view });
    const observer = new ResizeObserver(measure);
    observer.observe(marks);
    view.addEventListener('scrollend', measure);
    measure();
    return () => {
      observer.disconnect();
      view.removeEventListener('scrollend', measure);
    };
  }, [element, scroller, annotations]);
  if (!places) return null;
  return (
    <>
      <Links places={places} article={article} />
      <Caret places={places} />
      <Handles places={places} text={text} />
      <Toolbar places={places} />
    </>
  );
}

/** A rectangle relative to the page the overlay is laid over. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Window rectangles moved into the page's own coordinates. */
export function placed(places: Places, rectangles: Iterable<DOMRect>): Place[] {
  const origin = places.article.getBoundingClientRect();
  return [...rectangles].filter(({ width, height }) => width > 0 || height > 0).map(({ left, top, width, height }) => ({ left: left - origin.left, top: top - origin.top, width, height }));
}
