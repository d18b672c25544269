import { useSyncExternalStore } from 'react';

/** True while the window matches the media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Room for three columns; below, the library is a drawer. */
export const threeColumns = '(min-width: 1100px)';

/** Room for the panel beside the article; below, it is a sheet at the bottom. */
export const twoColumns = '(min-width: 760px)';
