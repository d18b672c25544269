import type { Page } from '@playwright/test';

/** Everything the browser keeps for this address. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const files: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) files.push(name);
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const program = [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)];
    return { databases, files, program, local: Object.keys(localStorage), session: Object.keys(sessionStorage) };
  });
