/** Takes away the copy of the program that is kept for working offline. Other programs on the same host keep theirs. */
export async function removeProgram(): Promise<void> {
  const here = new URL('.', document.baseURI).href;
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (registration.scope === here) await registration.unregister();
  }
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys()) if (name.startsWith(`attest ${here} `)) await caches.delete(name);
}
