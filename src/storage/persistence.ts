/** Asks the browser to keep this site's data for good. `null` where it cannot be asked. */
export async function requestPersistence(): Promise<boolean | null> {
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return null;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
