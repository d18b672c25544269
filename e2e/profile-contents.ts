import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DatabaseDump } from '../src/storage/dump.ts';

/** A page of the same origin on which nothing of Attest runs. */
export const quietPage = (address: string): string => new URL('schema/attest-1.schema.json', address).href;

/** A dump that is kept of an earlier version. */
export const keptDump = (name: string): DatabaseDump =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'src', 'testing', 'fixtures', name), 'utf8')) as DatabaseDump;

/** Everything this origin keeps, by name: each database with its version, stores and rows, the hash of each file, both small memories. */
export function everythingKept(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const hash = async (bytes: ArrayBuffer) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const kept: Record<string, string> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      kept[name] = String(database.version);
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        kept[`${name} ${store}`] = JSON.stringify([[...rows.indexNames], await answer(rows.getAllKeys()), await answer(rows.getAll())]);
      }
      database.close();
    }
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}/${name}`);
        else if (handle instanceof FileSystemFileHandle) kept[`${path}/${name}`] = await hash(await (await handle.getFile()).arrayBuffer());
      }
    };
    await walk(await navigator.storage.getDirectory(), 'file');
    for (const key of Object.keys(localStorage)) kept[`local ${key}`] = localStorage.getItem(key) ?? '';
    for (const key of Object.keys(sessionStorage)) kept[`session ${key}`] = sessionStorage.getItem(key) ?? '';
    return kept;
  });
}

/** Makes the databases the dumps were taken of. */
export function loadDumps(page: Page, dumps: readonly DatabaseDump[]): Promise<void> {
  return page.evaluate(async (json) => {
    for (const { name, version, stores } of JSON.parse(json) as DatabaseDump[]) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, version);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => resolve(request.result.close());
        request.onupgradeneeded = () => {
          for (const { keyPath, autoIncrement, indexes, rows, ...store } of stores) {
            const made = request.result.createObjectStore(store.name, { keyPath: keyPath as string | string[] | null, autoIncrement });
            for (const index of indexes) made.createIndex(index.name, index.keyPath as string, index);
            for (const { value } of rows) made.put(value);
          }
        };
      });
    }
  }, JSON.stringify(dumps));
}

/** Opens the database and keeps it open, deaf to whoever wants to change it, as a tab of an older Attest might. */
export function holdDatabase(page: Page, name: string): Promise<void> {
  return page.evaluate(
    (held) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(held);
        request.onerror = () => reject(request.error);
        // Kept by the page, or the browser would close it as nobody's.
        request.onsuccess = () => resolve(void Object.assign(window, { held: request.result }));
      }),
    name,
  );
}

/** Gives the database a version as a later Attest would. */
export function raiseVersion(page: Page, name: string, version: number): Promise<void> {
  return page.evaluate(
    ([raised, to]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(raised, to);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => resolve(request.result.close());
      }),
    [name, version] as const,
  );
}
