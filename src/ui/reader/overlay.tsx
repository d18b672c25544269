import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Article } from '../../model/records.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import { Caret } from './caret.tsx';
import { Handles } from './handles.tsx';
import { Joints } from './joints.tsx';
import { Links } from './links.tsx';
import { Offers } from './offers.tsx';
import type { Places } from './places.ts';
import { Toolbar } from './toolbar.tsx';

interface Props {
  readonly article: Article;
  readonly element: RefObject<HTMLElement | null>;
  readonly text: string;
}

/** Everything that floats over the article: caret, toolbar, handles, links. Measured after each change of layout. */
export function Overlay({ article, element, text }: Props) {
  const [places, setPlaces] = useState<Places | null>(null);
  const annotations = useWorkspaceState(({ project }) => project.annotations);
  useLayoutEffect(() => {
    const marks = element.current;
    // A ref to it would not be set yet: parents get theirs after their children's effects.
    const view = marks?.closest('main');
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
  }, [element, annotations]);
  if (!places) return null;
  return (
    <>
      <Joints places={places} />
      <Links places={places} article={article} />
      <Caret places={places} />
      <Handles places={places} text={text} />
      <Offers places={places} />
      <Toolbar places={places} />
    </>
  );
}
