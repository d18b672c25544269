export * from '../../src/storage/offline/registration.ts';

import { keepOffline as honestly, type Release } from '../../src/storage/offline/registration.ts';

/** The broken variant the swap test must catch: a page that a worker serves already reloads by itself when another takes over. */
export function keepOffline(tell: (release: Release) => void): Promise<void> {
  const served = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => served && location.reload());
  return honestly(tell);
}
