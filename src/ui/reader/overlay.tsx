import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Article } from '../../model/records.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import { Caret } from './caret.tsx';
import { Handles } from './handles.tsx';
import { Links } from './links.tsx';
import type { Places } from './places.ts';
import { Toolbar } from './toolbar.tsx';

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
