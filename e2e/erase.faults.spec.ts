import { type Browser, expect, test } from '@playwright/test';
import { deafTabs, serveControl } from './controls/serve.ts';
import { Workbench } from './pages/workbench.ts';

// A service worker whose traffic is recorded for a trace is sometimes never let go by the browser.
test.use({ trace: 'off' });

/** Erases the project while another tab goes on working; gives the databases and folders that are there in the end. */
async function keptAfterErasing(browser: Browser, address: string): Promise<readonly string[]> {
  const context = await browser.newContext({ baseURL: address });
  const [eraser, worker] = [new Workbench(await context.newPage()), new Workbench(await context.newPage())];
  await eraser.open();
  await worker.open();
  await eraser.press('n', 'q');
  await expect(worker.list).toHaveCount(1);
  await eraser.button('Storage and backup').click();
  await eraser.button('Erase this project…').click();
  await eraser.button('Erase everything').click();
  await expect(eraser.page.getByRole('heading', { name: /erased$/ })).toBeVisible({ timeout: 60_000 });
  await worker.press('n', 'n', 'q', 'n', 'c');
  await worker.page.waitForTimeout(3_000);
  const kept = await worker.page.evaluate(async () => {
    const names: string[] = (await indexedDB.databases()).map(({ name = '' }) => name);
    const folders = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    for await (const name of folders.keys()) names.push(name);
    return names;
  });
  await context.close();
  return kept;
}

test('a tab that goes on working does not bring an erased project back', async ({ browser, baseURL }) => {
  expect(await keptAfterErasing(browser, baseURL ?? '')).toEqual([]);
});

test('the same test catches a build whose tabs do not listen', async ({ browser }) => {
  const { address, stop } = await serveControl(deafTabs);
  try {
    expect((await keptAfterErasing(browser, address)).length).toBeGreaterThan(0);
  } finally {
    await stop();
  }
});
