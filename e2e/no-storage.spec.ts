import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { noDatabase } from './no-database.ts';
import { Workbench } from './pages/workbench.ts';
import { runReadmeScript } from './readme-script.ts';
import { watch } from './watch.ts';

/** A browser that gives no file system of its own. */
const noFiles = (page: Page) =>
  page.addInitScript(() => {
    const refused = () => Promise.reject(new DOMException('Access is denied for this document.', 'SecurityError'));
    Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: refused });
  });

/** A browser that remembers nothing and lets tabs hold no locks, as where cookies are blocked. */
const noMemory = (page: Page) =>
  page.addInitScript(() => {
    const refused = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refused });
    Object.defineProperty(window, 'sessionStorage', { get: refused });
    Object.defineProperty(LockManager.prototype, 'request', { value: () => Promise.reject(new DOMException('Denied.', 'SecurityError')) });
    Object.defineProperty(LockManager.prototype, 'query', { value: () => Promise.reject(new DOMException('Denied.', 'SecurityError')) });
  });

async function opened(page: Page, baseURL: string | undefined, ...without: readonly ((page: Page) => Promise<unknown>)[]) {
  for (const take of without) await take(page);
  const problems = await watch(page, new URL(baseURL ?? '').host);
  const workbench = new Workbench(page);
  await workbench.open();
  return { workbench, problems };
}

test('where nothing can be kept, all work can be done, the line says so, and a rescue copy takes it away', async ({ page, baseURL }) => {
  const { workbench, problems } = await opened(page, baseURL, noDatabase, noFiles, noMemory);
  await expect(workbench.saveState).toHaveText('Nothing is kept in this window: export before you close it');
  await workbench.press('n', 'q');
  await expect(workbench.list).toHaveCount(1);
  await workbench.press('z', 'Shift+Z');
  await expect(workbench.list).toHaveCount(1);
  const [download] = await Promise.all([page.waitForEvent('download'), workbench.button('Export a rescue copy').click()]);
  const file = await download.path();
  expect(runReadmeScript(file)).toMatch(/^Good: \d+ texts, 1 annotations/u);
  expect(JSON.parse(await readFile(file, 'utf8')).articles).toHaveLength(10);
  expect(problems).toEqual([]);
});

test('where there is no database, the second copy keeps everything over a reload', async ({ page, baseURL }) => {
  const { workbench, problems } = await opened(page, baseURL, noDatabase);
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.reload();
  await expect(workbench.list).toHaveCount(1);
  await workbench.button('Undo tag quote').click();
  await expect(workbench.list).toHaveCount(0);
  await workbench.button('Storage and backup').click();
  await expect(page.getByText('Everything is kept in the second copy alone until it can.')).toBeVisible();
  expect(problems).toEqual([]);
});

test('where no second copy is allowed, the database keeps everything and the shield says so', async ({ page, baseURL }) => {
  const { workbench, problems } = await opened(page, baseURL, noFiles);
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.reload();
  await expect(workbench.list).toHaveCount(1);
  await workbench.button('Storage and backup').click();
  await expect(page.getByText('This browser allows no second copy beside its database.')).toBeVisible();
  expect(problems).toEqual([]);
});
