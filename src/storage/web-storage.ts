/** A small memory for strings, as `localStorage` and `sessionStorage` are. */
export type StringMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What this browser remembers across visits; where it remembers nothing, as long as the page lives. */
export const acrossVisits: StringMemory = storageOr(() => localStorage);

/** What this tab remembers across reloads; where the browser allows none, as long as the page lives. */
export const acrossReloads: StringMemory = storageOr(() => sessionStorage);

/** The names of everything it remembers. */
export function keysOf(memory: StringMemory): string[] {
  return Array.from({ length: memory.length }, (_, index) => memory.key(index) ?? '');
}

function storageOr(storage: () => Storage): StringMemory {
  try {
    return storage();
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    };
  }
}
