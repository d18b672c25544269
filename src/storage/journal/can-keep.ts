/** True where the browser gives the page a file system of its own. */
export async function canKeepJournal(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    return typeof Worker === 'function' && 'locks' in navigator;
  } catch {
    return false;
  }
}
