import '../../src/storage/offline/service-worker.ts';

declare const self: { addEventListener(type: 'install', listener: () => void): void; skipWaiting(): Promise<void> };

// The broken variant the swap test must catch: the newer worker takes over without being asked.
self.addEventListener('install', () => void self.skipWaiting());
