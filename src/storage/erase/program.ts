import { timeBoxed } from '../errors.ts';

/**
 * Takes away the copy of the program that is kept for working offline; other programs on the same host keep theirs.
 * The files go first: the browser lets go of the worker only when it has ended what it is doing with it, and rejects where that takes too long.
 */
export async function removeProgram(): Promise<void> {
  const here = new URL('.', document.baseURI).href;
  if ('caches' in globalThis) {
    for (const name of await caches.keys()) if (name.startsWith(`attest ${here} `)) await caches.delete(name);
  }
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (registration.scope === here) await timeBoxed(registration.unregister());
  }
}
