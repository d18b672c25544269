import { type BrowserContext, expect, test } from '@playwright/test';
import { type Build, makeBuild } from './builds.ts';
import { type StaticHost, startHost } from './static-host.ts';
import { SwappedTab } from './swapped-tab.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let from: Build;
let to: Build;
test.beforeAll(async () => {
  from = await makeBuild('updatea');
  to = await makeBuild('updateb');
});

/** A tab with a note, kept for starts without a network, on a host that says this about every file. */
async function begin(context: BrowserContext, cacheControl?: string): Promise<{ host: StaticHost; tab: SwappedTab }> {
  const host = await startHost(from.folder, '/team/attest/', cacheControl);
  const tab = await SwappedTab.open(context, host.address, 1);
  await tab.workbench.page.getByText('Ready offline').waitFor();
  return { host, tab };
}

/** What becomes of the newer worker: `redundant` when it gave up, `installed` when it waits. */
const newerWorker = (tab: SwappedTab): Promise<string> =>
  tab.workbench.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const state = new Promise<string>((resolve) => {
      registration?.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => resolve(worker.state), { once: true });
      });
    });
    await registration?.update();
    return state;
  });

for (const [name, bytes] of [
  ['is missing', null],
  ['is not the one that was built', 'void 0;'],
] as const) {
  test(`a newer version of which one file ${name} changes nothing, and comes when the host is whole`, async ({ context }) => {
    const { host, tab } = await begin(context);
    const build = await tab.build();
    host.serve(to.folder);
    const chunk = to.files.find((file) => file.endsWith('.js')) ?? '';
    host.spoil(chunk, bytes);
    await tab.startAnew('before, ');
    expect(await newerWorker(tab)).toBe('redundant');
    await expect(tab.newer).toBeHidden();
    expect(await tab.missing(from.files)).toEqual([]);
    // Not the update reloads here: words not yet said to be saved would be asked about, and the answer is yes.
    await expect(tab.workbench.saveState).toHaveText('Saved');
    await tab.workbench.reload();
    expect(await tab.build()).toBe(build);
    host.spoil();
    expect(await newerWorker(tab)).toBe('installed');
    await tab.agree();
    expect(await tab.build()).not.toBe(build);
    expect(await tab.lost()).toBe(0);
    await host.cut();
  });
}

test('a host that lets everything be cached for ten minutes still gives the newer version', async ({ context }) => {
  const { host, tab } = await begin(context, 'max-age=600');
  const build = await tab.build();
  host.serve(to.folder);
  expect(await newerWorker(tab)).toBe('installed');
  await tab.agree();
  expect(await tab.build()).not.toBe(build);
  await host.cut();
});

test('words that are not added yet hold the update, and stay', async ({ context }) => {
  const { host, tab } = await begin(context);
  host.serve(to.folder);
  expect(await newerWorker(tab)).toBe('installed');
  const { page } = tab.workbench;
  await tab.workbench.button('Add articles').click();
  const pasted = page.getByLabel('Paste a text');
  await pasted.fill('Half an article');
  await tab.workbench.button('Update').click();
  await expect(page.getByText('Some text in a field is not added yet.')).toBeVisible();
  await expect(pasted).toHaveValue('Half an article');
  expect(tab.reloads).toBe(0);
  await pasted.fill('');
  await tab.agree();
  await host.cut();
});

test('what cannot be saved holds the update, until it is saved', async ({ context }) => {
  const { host, tab } = await begin(context);
  host.serve(to.folder);
  expect(await newerWorker(tab)).toBe('installed');
  const { page, saveState } = tab.workbench;
  const put = await page.evaluateHandle(() => {
    const honest = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    return { honest };
  });
  await tab.startAnew('kept in memory');
  await tab.workbench.button('Update').click();
  await expect(page.getByText('Not everything is saved yet.')).toBeVisible();
  await expect(saveState).toContainText('Not saved');
  expect(tab.reloads).toBe(0);
  await put.evaluate(({ honest }) => {
    IDBObjectStore.prototype.put = honest;
  });
  await tab.workbench.button('Try again').click();
  await expect(saveState).toHaveText('Saved');
  await tab.agree();
  expect(await tab.lost()).toBe(0);
  await host.cut();
});

test('a start that fails lets the newer version take over at the next try', async ({ context }) => {
  const { host, tab } = await begin(context);
  const build = await tab.build();
  host.serve(to.folder);
  expect(await newerWorker(tab)).toBe('installed');
  const { page } = tab.workbench;
  await page.addInitScript(() => {
    window.fetch = () => Promise.reject(new TypeError('no'));
  });
  // A first start needs the sample articles, and this one does not get them.
  const developer = await context.newCDPSession(page);
  const { origin } = new URL(host.address);
  await developer.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,file_systems,local_storage' });
  await page.reload();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => tab.build().catch(() => build)).not.toBe(build);
  await host.cut();
});
