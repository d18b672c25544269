/** Asks the browser to keep this site's data for good. `null` where it cannot be asked. */
export async function requestPersistence(): Promise<boolean | null> {
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return null;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

/** `true` where the browser promised before to keep the data; `null` where it was not asked, or said no. */
export async function promisedBefore(): Promise<true | null> {
  return (await navigator.storage?.persisted?.()) ? true : null;
}
