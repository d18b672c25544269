/** What the floating parts measure by; a new object whenever places may have moved. */
export interface Places {
  readonly article: HTMLElement;
  readonly scroller: HTMLElement;
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
  return [...rectangles]
    .filter(({ width, height }) => width > 0 || height > 0)
    .map(({ left, top, width, height }) => ({ left: left - origin.left, top: top - origin.top, width, height }));
}
