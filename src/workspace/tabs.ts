import type { Id } from '../model/records.ts';
import { acrossReloads } from '../storage/web-storage.ts';
import type { Arrival } from './arrivals.ts';

const tabKey = 'attest-tab';
const lockName = (tab: Id) => `attest-tab-${tab}`;

// The page that was reloaded may hold its lock for a moment longer; a duplicated tab's original holds it for good.
const patience = 1_000;

/** Holds the tab's lock until the page goes; `false` when another open tab has it (a duplicated tab copies sessionStorage). */
function claim(tab: Id): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(lockName(tab), { signal: AbortSignal.timeout(patience) }, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

async function openTabs(): Promise<Id[]> {
  const { held = [] } = await navigator.locks.query().catch(() => ({ held: [] }));
  return held.flatMap(({ name }) => (name?.startsWith(lockName('')) ? [name.slice(lockName('').length)] : []));
}

/** This tab's id: its own after a reload, else that of the tab closed last, whose undo it takes over, else a new one. */
export async function tabIdentity(lastClosed: (open: readonly Id[]) => Promise<Id | null>, newId: () => Id): Promise<Id> {
  const own = acrossReloads.getItem(tabKey);
  const inherited = own !== null && (await claim(own)) ? own : await inherit(lastClosed);
  const tab = inherited ?? newId();
  if (inherited === null) await claim(tab);
  acrossReloads.setItem(tabKey, tab);
  return tab;
}

async function inherit(lastClosed: (open: readonly Id[]) => Promise<Id | null>): Promise<Id | null> {
  const closed = await lastClosed(await openTabs());
  return closed !== null && (await claim(closed)) ? closed : null;
}

/** What one tab tells the others after an action was stored. */
export interface TabNews extends Arrival {
  readonly project: Id;
}

/** Sends news to the other tabs of this browser and hears theirs. */
export function tabChannel(project: Id, hear: (news: TabNews) => void): (news: TabNews) => void {
  const channel = new BroadcastChannel(`attest-${project}`);
  channel.onmessage = (event: MessageEvent<TabNews>) => hear(event.data);
  return (news) => channel.postMessage(news);
}
