import { BuildCaches } from './build-caches.ts';
import { type BuiltFile, type TakenOver, takeOverOrder } from './names.ts';

// The types of the page and of a worker cannot be had together; this is what is used here.
interface ServiceWorkerEvents {
  readonly install: ExtendableEvent;
  readonly activate: ExtendableEvent;
  readonly fetch: ExtendableEvent & { readonly request: Request; respondWith(response: Promise<Response>): void };
  readonly message: MessageEvent<unknown>;
}

interface ExtendableEvent {
  waitUntil(work: Promise<void>): void;
}

interface Page {
  postMessage(news: TakenOver): void;
}

interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; matchAll(options: { includeUncontrolled: true; type: 'window' }): Promise<readonly Page[]> };
  addEventListener<K extends keyof ServiceWorkerEvents>(type: K, listener: (event: ServiceWorkerEvents[K]) => void): void;
  skipWaiting(): Promise<void>;
}

declare const self: ServiceWorkerScope;
// Written in by the build, which knows them last.
declare const __BUILD__: string;
declare const __FILES__: readonly BuiltFile[];

const { scope } = self.registration;
const kept = new BuildCaches(scope, __BUILD__, __FILES__);
const own = new Set(['', ...__FILES__.map(([path]) => path)]);

self.addEventListener('install', (event) => event.waitUntil(kept.keepAll()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

// The one way to take over under open pages: the analyst agreed in one of them.
self.addEventListener('message', ({ data }) => {
  if (data === takeOverOrder) void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathInScope(request.url);
  if (request.method !== 'GET' || path === null) return;
  if (request.mode !== 'navigate') {
    if (own.has(path) || path.startsWith('assets/')) event.respondWith(answer(request));
  } else if (path === '' || path === 'index.html') event.respondWith(open(event));
  else event.respondWith(own.has(path) ? answer(request) : elsewhere(request));
});

async function takeOver(): Promise<void> {
  await self.clients.claim();
  for (const page of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })) page.postMessage({ build: __BUILD__ });
  await kept.removeAbandoned(() => self.registration.installing !== null || self.registration.waiting !== null);
}

/** The path from the scope on, without query; `null` for what lies outside. */
function pathInScope(address: string): string | null {
  const { origin, pathname } = new URL(address);
  const start = origin + pathname;
  return start.startsWith(scope) ? start.slice(scope.length) : null;
}

async function answer(request: Request): Promise<Response> {
  return (await kept.find(request.url)) ?? fetch(request);
}

/** The page of this build; where its cache was erased, the host’s, and the cache is filled again. */
async function open(event: ServiceWorkerEvents['fetch']): Promise<Response> {
  const index = await kept.index();
  if (index) return index;
  // A host that has moved on gives other files: then the next build is kept by its own worker.
  event.waitUntil(kept.keepAll().catch(() => undefined));
  return fetch(event.request);
}

/** An address that is not Attest’s belongs to the host; without a network it leads to the start. */
function elsewhere(request: Request): Promise<Response> {
  return fetch(request).catch(() => Response.redirect(scope));
}
