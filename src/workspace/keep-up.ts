import type { Id } from '../model/records.ts';

/** Calls `catchUp` when this page may have missed what others stored: it was frozen or hidden, or another page ended before it could tell. */
export function keepUp(project: Id, catchUp: () => void): void {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && catchUp());
  document.addEventListener('resume', catchUp);
  window.addEventListener('pageshow', catchUp);
  window.addEventListener('focus', catchUp);
  // Where no locks are allowed the other signs must do.
  watchOtherPages(`attest-page-${project}-`, catchUp).catch(() => undefined);
}

/** Each page holds a lock as long as it lives; the others wait for it, which tells them at once when it ends, however it ends. */
async function watchOtherPages(prefix: string, ended: () => void): Promise<void> {
  const own = prefix + crypto.randomUUID();
  const watched = new Set([own]);
  const watch = (page: string) => {
    if (watched.has(page)) return;
    watched.add(page);
    void navigator.locks.request(page, { mode: 'shared' }, ended);
  };
  const channel = new BroadcastChannel(prefix);
  channel.onmessage = (event: MessageEvent<string>) => watch(event.data);
  await new Promise<void>((held, denied) => {
    navigator.locks
      .request(own, () => {
        held();
        return new Promise<never>(() => undefined);
      })
      .catch(denied);
  });
  // Of two pages that start together, the later one to hold its lock sees the other's, and the other hears it.
  channel.postMessage(own);
  const { held = [] } = await navigator.locks.query();
  for (const { name } of held) if (name?.startsWith(prefix)) watch(name);
}
