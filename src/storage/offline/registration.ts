import { scriptUrl } from '../script-url.ts';
import { buildLock, type TakenOver, takeOverOrder } from './names.ts';

/** `kept`: from now on Attest opens without a network. `newer`: a newer version is ready to take over. */
export type Release = 'kept' | 'newer';

// A tab may stay open for weeks; the browser itself looks only when a page is opened.
const lookAgain = 3_600_000;
// Longer than any worker takes to start; if it never does, the old version goes on.
const patience = 10_000;

const build = (): string | undefined => document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content;
const workers = (): ServiceWorkerContainer | undefined => ('serviceWorker' in navigator ? navigator.serviceWorker : undefined);

/** Holds the files of this page’s build for as long as the page lives. */
export function holdBuild(): void {
  const id = build();
  if (id === undefined || !('locks' in navigator)) return;
  // Where no locks are allowed there is no worker either that could take the files away.
  navigator.locks.request(buildLock(id), { mode: 'shared' }, () => new Promise<never>(() => undefined)).catch(() => undefined);
}

/** Has the worker keep all files and tells what becomes of it; where the browser allows no worker nothing is told. */
export async function keepOffline(tell: (release: Release) => void): Promise<void> {
  const container = workers();
  if (!container || build() === undefined) return;
  container.addEventListener('message', ({ data }: MessageEvent<TakenOver>) => tell(data.build === build() ? 'kept' : 'newer'));
  try {
    const address = scriptUrl(new URL('sw.js', document.baseURI).href);
    const registration = await container.register(address, { updateViaCache: 'none' });
    tellOfNewer(registration, tell);
    setInterval(() => void registration.update().catch(() => undefined), lookAgain);
  } catch {
    // Private windows and strict settings allow none: Attest then needs the network at its start, and nothing else.
  }
}

function tellOfNewer(registration: ServiceWorkerRegistration, tell: (release: Release) => void): void {
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) tell('newer');
    });
  if (registration.waiting && registration.active) tell('newer');
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

/** Lets the newer version take over; resolves when it has, at once where none waits. The page itself goes on as it is. */
export async function takeOver(): Promise<void> {
  const waiting = (await workers()?.getRegistration())?.waiting;
  if (!waiting) return;
  const inCharge = new Promise<void>((resolve) => {
    waiting.addEventListener('statechange', () => resolve());
    setTimeout(resolve, patience);
  });
  waiting.postMessage(takeOverOrder);
  await inCharge;
}

/** Reloads the page, into the newer version where one waits: for screens on which nothing can be lost and only it may help. */
export async function reloadIntoNewest(): Promise<void> {
  await takeOver().catch(() => undefined);
  location.reload();
}
