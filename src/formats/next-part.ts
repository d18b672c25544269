// Ids of a codebook hold no spaces and no capitals, so that it cannot be one of its links.
/** The link between two stretches that are parts of one tag, for tools whose tags have one stretch each. */
export const nextPart = 'Next part';

/** What begins with this item and follows from it. A ring ends where it began. */
export function chainFrom<K, T>(first: T, keyOf: (item: T) => K, next: ReadonlyMap<K, K>, items: ReadonlyMap<K, T>): T[] {
  const chain = new Set<T>();
  for (let item: T | undefined = first; item !== undefined && !chain.has(item); ) {
    chain.add(item);
    const key = next.get(keyOf(item));
    item = key === undefined ? undefined : items.get(key);
  }
  return [...chain];
}
