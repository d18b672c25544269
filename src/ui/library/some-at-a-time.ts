import { useEffect, useState } from 'react';

// So many entries are drawn well within a frame.
const step = 40;

/** The items that are to be drawn now: those of the first call, and of what comes later some more with each turn, so that a thousand at once hold up nobody. */
export function useSomeAtATime<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(() => new Set(items.map(({ id }) => id)));
  const coming = new Set(
    items
      .filter(({ id }) => !drawn.has(id))
      .slice(0, step)
      .map(({ id }) => id),
  );
  const shown = items.filter(({ id }) => drawn.has(id) || coming.has(id));
  useEffect(() => {
    if (coming.size === 0 && drawn.size === shown.length) return;
    const turn = setTimeout(() => setDrawn(new Set(shown.map(({ id }) => id))));
    return () => clearTimeout(turn);
  });
  return shown;
}
