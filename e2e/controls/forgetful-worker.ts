import '../../src/storage/offline/service-worker.ts';

declare const self: { addEventListener(type: 'activate', listener: (event: { waitUntil(work: Promise<void>): void }) => void): void };

async function forget(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

// The broken variant the swap test must catch: taking over deletes what older pages still need.
self.addEventListener('activate', (event) => event.waitUntil(forget()));
