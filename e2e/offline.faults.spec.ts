import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { makeBuild } from './builds.ts';
import { noWorker } from './controls/serve.ts';
import { startBrowser } from './killable-browser.ts';
import { Workbench } from './pages/workbench.ts';
import { type StaticHost, startHost } from './static-host.ts';
import { watch } from './watch.ts';

test.describe.configure({ timeout: 120_000 });

const path = '/team/attest/';
const ready = (page: Page) => page.getByText('Ready offline').waitFor();

/** Does something with a new profile folder that is gone afterwards. */
async function withProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'attest-offline-'));
  try {
    return await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** Opens Attest on a page and waits for its article. */
async function opened(page: Page, address: string): Promise<Workbench> {
  await page.goto(address);
  const workbench = new Workbench(page);
  await workbench.ready();
  return workbench;
}

test('loaded once, then no host for ever: another start, a first start, and the files that come last', async () => {
  const host = await startHost('dist', path);
  const { origin } = new URL(host.address);
  await withProfile(async (profile) => {
    const first = await startBrowser(profile);
    await opened(first.page, host.address);
    await ready(first.page);
    await first.kill();
    await host.cut();

    const { page, kill } = await startBrowser(profile);
    const problems = await watch(page, new URL(host.address).host);
    const workbench = await opened(page, host.address);
    await workbench.press('n', 'q');
    await workbench.button('Export').click();
    await page.getByLabel('Your name, as colleagues will see it').fill('Ana Bell');
    await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const developer = await page.context().newCDPSession(page);
    await page.goto('about:blank');
    await developer.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,file_systems' });
    await opened(page, host.address);
    await expect(page.getByRole('navigation', { name: 'Library' }).getByRole('link')).toHaveCount(10);
    await expect(workbench.list).toHaveCount(0);
    expect(problems).toEqual([]);
    await kill();
  });
});

test('the same test catches a page without a worker', async ({ page }) => {
  const { folder } = await makeBuild('noworker', noWorker);
  const host = await startHost(folder, path);
  await opened(page, host.address);
  await host.cut();
  await expect(page.goto(host.address)).rejects.toThrow('ERR_CONNECTION_REFUSED');
});

test('an address that is not Attest’s is the host’s, and without a host leads to the start', async ({ page }) => {
  const host = await startHost('dist', path);
  const workbench = await opened(page, host.address);
  await ready(page);
  const status = async (address: string, method = 'GET') =>
    page.evaluate(async ([to, how]) => (await fetch(to, { method: how })).status, [new URL(address, host.address).href, method] as const);
  expect(await status('nowhere')).toBe(404);
  await page.goto(`${host.address}icon.svg`);
  await host.cut();
  await page.goto(`${host.address}nowhere/at/all`);
  await workbench.ready();
  expect(page.url()).toBe(host.address);
  expect(await status('seeds/arabic.txt')).toBe(200);
  await expect(status('seeds/arabic.txt', 'POST')).rejects.toThrow('Failed to fetch');
  await expect(status('/seeds/arabic.txt')).rejects.toThrow('Failed to fetch');
});

test('erased files are kept again at the next start', async ({ page }) => {
  const host = await startHost('dist', path);
  const workbench = await opened(page, host.address);
  await ready(page);
  const kept = () => page.evaluate(async () => (await caches.match('index.html')) !== undefined);
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  expect(await kept()).toBe(false);
  await workbench.reload();
  await expect.poll(kept).toBe(true);
  await host.cut();
  await workbench.reload();
});

/** What keeps the browser from installing Attest from this host, and what its manifest says. */
async function installing(host: StaticHost, look: (page: Page) => Promise<void>): Promise<readonly string[]> {
  return withProfile(async (profile) => {
    const { page, kill } = await startBrowser(profile);
    await opened(page, host.address);
    const developer = await page.context().newCDPSession(page);
    const { installabilityErrors } = await developer.send('Page.getInstallabilityErrors');
    await look(page);
    await kill();
    return installabilityErrors.map(({ errorId }) => errorId);
  });
}

test('Attest can be installed, and starts where it was installed from', async () => {
  const host = await startHost('dist', path);
  const faults = await installing(host, async (page) => {
    const manifest = await page.request.get(`${host.address}manifest.webmanifest`);
    const { start_url, icons } = (await manifest.json()) as { start_url: string; icons: readonly { src: string; sizes: string }[] };
    expect(new URL(start_url, host.address).href).toBe(host.address);
    for (const { src, sizes } of icons) expect(await sizeOf(page, host.address + src, sizes)).toBe(sizes);
  });
  expect(faults).toEqual([]);
  await host.cut();
});

test('the same test catches a host that lost the icons', async () => {
  const host = await startHost('dist', path);
  for (const icon of ['icon.svg', 'icon-192.png', 'icon-512.png']) host.spoil(icon);
  expect(await installing(host, async () => undefined)).not.toEqual([]);
  await host.cut();
});

/** The size of a picture as a manifest writes it; `any` for one that has none of its own. */
async function sizeOf(page: Page, address: string, sizes: string): Promise<string> {
  if (sizes === 'any') return sizes;
  return page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return `${picture.naturalWidth}x${picture.naturalHeight}`;
  }, address);
}

for (const [name, forbid] of [
  ['without workers', () => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  [
    'that refuses workers',
    () => Reflect.set(ServiceWorkerContainer.prototype, 'register', () => Promise.reject(new DOMException('no', 'SecurityError'))),
  ],
] as const) {
  test(`a browser ${name} says nothing of it and works`, async ({ page, baseURL }) => {
    const problems = await watch(page, new URL(baseURL ?? '').host);
    await page.addInitScript(forbid);
    const workbench = await opened(page, baseURL ?? '');
    await workbench.press('n', 'q');
    await expect(workbench.saveState).toHaveText('Saved');
    await expect(page.getByRole('status', { name: 'Version' })).toBeEmpty();
    expect(problems).toEqual([]);
  });
}
