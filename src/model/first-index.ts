/** The index of the first item for which `fits` is true, the number of items where it is for none; it must be true for every item behind. */
export function firstIndex<T>(items: readonly T[], fits: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
