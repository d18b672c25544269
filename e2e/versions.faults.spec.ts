import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { buildControl, nextVersion, noVersionCheck, type Served, serveFolder } from './controls/serve.ts';
import { Workbench } from './pages/workbench.ts';
import { everythingKept, holdDatabase, keptDump, loadDumps, quietPage, raiseVersion } from './profile-contents.ts';

const older = 'Another tab with an older Attest is open. Close it, and this one goes on by itself.';
const project = keptDump('layout-1.project.json');

// What a worker has kept of one build would stand in for the other.
test.use({ serviceWorkers: 'block' });

/** Attest as it is, as it will be, and without its guard, each built once. */
const built = { now: 'dist', next: '', unguarded: '' };

test.beforeAll(async () => {
  built.next = await buildControl(nextVersion);
  built.unguarded = await buildControl(noVersionCheck);
});

/** The folders one after the other at one address, so that each finds what the one before has left. */
class Host {
  #served: Served | null = null;
  address = '';

  async serve(folder: string): Promise<void> {
    const port = this.#served ? Number(new URL(this.address).port) : 0;
    await this.#served?.stop();
    this.#served = await serveFolder(folder, port);
    this.address = this.#served.address;
  }

  async stop(): Promise<void> {
    await this.#served?.stop();
  }
}

async function opened(page: Page, address: string): Promise<Workbench> {
  const workbench = new Workbench(page);
  await page.goto(address);
  await workbench.ready();
  return workbench;
}

/** What is kept, read by a page on which nothing of Attest runs. */
async function keptIn(context: BrowserContext, address: string): Promise<Readonly<Record<string, string>>> {
  const page = await context.newPage();
  await page.goto(quietPage(address));
  const kept = await everythingKept(page);
  await page.close();
  return kept;
}

/** Shows the set of somebody who works here; where it asks, as that person. */
async function sitDown(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  const button = (label: string) => workbench.button(label);
  await button('People and sets').click();
  const set = `Show the set of ${name}`;
  await button(set).click();
  const self = button(`I am ${name}`);
  await self.or(page.getByRole('button', { name: set, pressed: true })).waitFor();
  if (await self.isVisible()) await self.click();
}

/** The exported file of the set of each of these people. */
async function exports(workbench: Workbench, names: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    await sitDown(workbench, name);
    await workbench.button('Export').click();
    const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.button('Save the file').click()]);
    files.push(readFileSync(await download.path(), 'utf8'));
  }
  return files;
}

/** Two people tag; gives what is exported for each. */
async function work(workbench: Workbench, names: readonly string[]): Promise<readonly string[]> {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await workbench.button('People and sets').click();
  await workbench.button('Another person on this machine').click();
  for (const [at, name] of names.entries()) {
    await workbench.page.getByPlaceholder('Name').nth(at).fill(name);
    await workbench.press('Tab');
  }
  await workbench.article.click();
  await workbench.press('Escape', 'n', 'n', 'q', 'n', 'c');
  await expect(workbench.saveState).toHaveText('Saved');
  return exports(workbench, names);
}

/** Everything a person might try to change. */
async function tryToChange({
  page,
  article,
  press,
}: {
  page: Page;
  article: Workbench['article'];
  press: Workbench['press'];
}): Promise<void> {
  await article.click();
  await press('Escape', 'n', 'q', 's', 'c', 'z', 'Shift+Z', 'j', 'f', 'w', '1', 'm', 'Delete', 'Shift+J', 'n', 'q');
  await page.waitForTimeout(500);
}

const names = ['Ana Bell', 'Bela Kovács'];

/** What this build leaves of a newer project after a person has tried to change it, and what it exports of it. */
async function underOlder(context: BrowserContext, folder: string) {
  const host = new Host();
  await host.serve(built.next);
  const page = await context.newPage();
  const exported = await work(await opened(page, host.address), names);
  await page.close();
  await host.serve(folder);
  const before = await keptIn(context, host.address);
  const older = await context.newPage();
  const workbench = await opened(older, host.address);
  await tryToChange({ page: older, article: workbench.article, press: (...keys) => workbench.press(...keys) });
  return { host, workbench, before, exported };
}

test('a project that a newer Attest has written is read and exported, and nothing is written', async ({ context }) => {
  const { host, workbench, before, exported } = await underOlder(context, built.now);
  await expect(workbench.page.getByText('Read only: a newer Attest has written this project.')).toBeVisible();
  await expect(workbench.button('Import')).toBeDisabled();
  expect(await exports(workbench, names)).toEqual(exported);
  await workbench.reload();
  await workbench.page.close();
  expect(await keptIn(context, host.address)).toEqual(before);
  await host.stop();
});

test('the same test catches a build that opens whatever is there', async ({ context }) => {
  const { host, workbench, before } = await underOlder(context, built.unguarded);
  await workbench.page.close();
  expect(await keptIn(context, host.address)).not.toEqual(before);
  await host.stop();
});

test('a list of projects that a newer Attest has written is the same case', async ({ context, baseURL }) => {
  const address = baseURL ?? '';
  const first = await context.newPage();
  const began = await opened(first, address);
  await began.press('n', 'q');
  await expect(began.saveState).toHaveText('Saved');
  await first.goto(quietPage(address));
  await raiseVersion(first, 'attest', 990);
  const before = await keptIn(context, address);
  const workbench = await opened(first, address);
  await expect(workbench.list).toHaveCount(1);
  await tryToChange({ page: first, article: workbench.article, press: (...keys) => workbench.press(...keys) });
  await expect(first.getByText('Read only: a newer Attest has written this project.')).toBeVisible();
  await first.close();
  expect(await keptIn(context, address)).toEqual(before);
});

test('a project of the first layout opens with all its tags, and a copy of it as it was is kept', async ({ page, context, baseURL }) => {
  const address = baseURL ?? '';
  await page.goto(quietPage(address));
  await loadDumps(page, [keptDump('layout-1.list.json'), project]);
  const workbench = await opened(page, address);
  await expect(workbench.list).toHaveCount(12);
  await workbench.press('n', 'c');
  await expect(workbench.saveState).toHaveText('Saved');
  const files = Object.keys(await keptIn(context, address));
  expect(files).toContain(`file/${project.name}/before-layout-3.json.gz`);
});

test('a tab that does not let go of an older project is named, and the new one goes on when it is closed', async ({
  page,
  context,
  baseURL,
}) => {
  const address = baseURL ?? '';
  await page.goto(quietPage(address));
  await loadDumps(page, [keptDump('layout-1.list.json'), project]);
  await holdDatabase(page, project.name);
  const next = await context.newPage();
  await next.goto(address);
  await expect(next.getByText(older)).toBeVisible();
  await page.close();
  await expect(new Workbench(next).list).toHaveCount(12);
});

test('a tab that is overtaken stores what it was at, says so, and still shows and exports everything', async ({ context }) => {
  const host = new Host();
  await host.serve(built.now);
  const old = await opened(await context.newPage(), host.address);
  const exported = await work(old, names);
  await old.article.click();
  await old.press('Escape', 'k', 'm');
  await expect(old.page.locator('[data-note]')).toBeFocused();
  await old.page.keyboard.type('typed before the update');
  await host.serve(built.next);
  const next = await opened(await context.newPage(), host.address);
  await expect(old.page.getByText('Read only: Attest was updated in another tab.')).toBeVisible();
  await expect(old.saveState).toHaveText('Saved');
  expect((await exports(old, names)).map((file) => file.includes('typed before the update'))).toEqual([false, true]);
  expect(exported).toHaveLength(2);
  await expect(next.page.getByText('Read only')).toHaveCount(0);
  await sitDown(next, 'Bela Kovács');
  await expect.poll(async () => Object.keys(await next.marked()).length).toBe(2);
  await host.stop();
});
