import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowser } from './killable-browser.ts';
import { keptDump, loadDumps, quietPage } from './profile-contents.ts';

const list = keptDump('layout-1.list.json');
const project = keptDump('layout-1.project.json');

/** What a project's database holds, in a form that two layouts have in common. */
export interface Held {
  readonly version: number;
  /** `old` and `new` are the two layouts; anything else is neither. */
  readonly layout: 'old' | 'new' | 'between';
  /** The hash of everything that both layouts hold. */
  readonly contents: string;
}

/** A profile with a project of the first layout that has this many pages of 200 tags besides. Gives its folder. */
export async function profileOfFirstLayout(address: string, pages: number): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'attest-layout-1-'));
  const { page, close } = await startBrowser(profile);
  await page.goto(quietPage(address));
  await loadDumps(page, [list, project]);
  await page.evaluate(addPages, [project.name, pages] as const);
  await close();
  return profile;
}

/** Copies the profile, lets `use` have the copy, and takes it away. */
export async function withCopy<T>(profile: string, use: (copy: string) => Promise<T>): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), 'attest-migrated-'));
  await cp(profile, copy, { recursive: true, verbatimSymlinks: true });
  try {
    return await use(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** What the project's database in this profile holds now. */
export async function heldIn(profile: string, address: string): Promise<Held> {
  const { page, close } = await startBrowser(profile);
  await page.goto(quietPage(address));
  const held = await page.evaluate(readHeld, project.name);
  await close();
  return held;
}

/** What the copy made before the migration holds; `null` where there is none. */
export function copyIn(page: Page): Promise<string | null> {
  return page.evaluate(readCopy, project.name);
}

/** Runs in the page: many pages of one set on one text that no article shows, and the counters that belong to them. */
async function addPages([name, count]: readonly [string, number]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction(['pages', 'counters'], 'readwrite');
  const [pages, counters] = [transaction.objectStore('pages'), transaction.objectStore('counters')];
  const [sample] = await new Promise<{ annotations: object[]; relations: object[] }[]>((resolve) => {
    const request = pages.getAll(null, 1);
    request.onsuccess = () => resolve(request.result);
  });
  if (!sample) throw new Error('The project has no page.');
  const id = (kind: number, at: number) => `${kind}0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const set = id(9, 0);
  const text = '0'.repeat(64);
  const scope = `${text}/${set}`;
  for (let page = 0; page < count; page += 1) {
    const numbers = Array.from({ length: 100 }, (_, at) => page * 100 + at);
    const annotations = numbers.map((at) => ({
      ...sample.annotations[0],
      id: id(1, at),
      set,
      type: 'source',
      attributes: { entity: id(3, at % 50) },
    }));
    const relations = numbers.map((at) => ({ ...sample.relations[0], id: id(2, at), set, from: id(1, at), to: id(1, at + 1) }));
    const links = relations.map(({ to }) => to);
    pages.add({ scope, text, set, annotations, relations, ids: [...annotations, ...relations].map((tag) => tag.id), links });
  }
  counters.add({ key: scope, byType: { source: count * 100 }, relations: count * 100 });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** Runs in the page: reads the whole database. */
async function readHeld(name: string): Promise<Held> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  // What a tab shows is no part of the project, and is noted as soon as it starts.
  const stores = [...database.objectStoreNames].filter((store) => store !== 'tabs');
  const transaction = database.transaction(stores);
  const rowsOf = (store: string) =>
    new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = transaction.objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const all = await Promise.all(stores.map(async (store) => [store, await rowsOf(store)] as const));
  const pages = all.find(([store]) => store === 'pages')?.[1] ?? [];
  const indexed = ['starts', 'entities'].filter((index) => transaction.objectStore('pages').indexNames.contains(index)).length;
  const filled = pages.filter(({ starts, entities, reviews }) => [starts, entities, reviews].every(Array.isArray)).length;
  const json = JSON.stringify(all, (key, value) => (key === 'starts' || key === 'entities' || key === 'reviews' ? undefined : value));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json)));
  const old = database.version === 10 && indexed === 0 && filled === 0;
  const now = database.version === 30 && indexed === 2 && filled === pages.length;
  const { version } = database;
  database.close();
  return {
    version,
    layout: old ? 'old' : now ? 'new' : 'between',
    contents: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}

/** Runs in the page: the hash of the copy's rows, in the form of `readHeld`. */
async function readCopy(name: string): Promise<string | null> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name);
  const file = await (await folder.getFileHandle('before-layout-3.json.gz')).getFile();
  const json = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const { stores } = JSON.parse(json) as { stores: { name: string; rows: { value: unknown }[] }[] };
  const rows = stores.filter((store) => store.name !== 'tabs').map((store) => [store.name, store.rows.map(({ value }) => value)]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(rows))));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
