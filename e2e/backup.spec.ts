import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { kept } from './kept.ts';
import type { Workbench } from './pages/workbench.ts';
import { runReadmeScript } from './readme-script.ts';
import { expectNoViolations } from './violations.ts';

const openPanel = (workbench: Workbench) => workbench.button('Storage and backup').click();

/** What `press` downloads, saved under the name it was given. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(test.info().outputDir, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

test('a backup holds everything, and strangers can check it', async ({ workbench }) => {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter', 'z', 'Shift+Z');
  await expect(workbench.saveState).toHaveText('Saved');
  await openPanel(workbench);
  const path = await downloaded(workbench.page, () => workbench.button('Back up now').click());
  expect(path).toMatch(/attest_backup_\d{4}-\d\d-\d\d_[a-z]+-[a-z]+-[a-z]+-[a-z]+\.attest\.json$/);
  expect(execFileSync(process.execPath, ['scripts/attest.mjs', 'validate', path], { encoding: 'utf8' })).toContain('good');
  expect(runReadmeScript(path)).toContain('2 annotations');
  const { journal, texts, articles } = JSON.parse(readFileSync(path, 'utf8'));
  expect(journal).toHaveLength(6);
  expect(texts).toHaveLength(articles.length);
});

test('the check finds nothing in good work, and a wrong counter, which is counted anew', async ({ workbench }) => {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await expect(workbench.saveState).toHaveText('Saved');
  await openPanel(workbench);
  await workbench.button('Check integrity').click();
  await expect(workbench.page.getByText('Nothing is wrong.')).toBeVisible();
  await expect(workbench.page.getByText(/Looked at .*2 tags, 1 link, 4 actions, \d files/)).toBeVisible();
  await workbench.page.evaluate(plantWrongCounter);
  await workbench.button('Check integrity').click();
  await expect(workbench.page.getByText('1 thing is wrong.')).toBeVisible();
  await expect(workbench.page.getByText('A counter is wrong')).toBeVisible();
  await expectNoViolations(workbench.page);
  const report = await downloaded(workbench.page, () => workbench.button('Save report').click());
  expect(readFileSync(report, 'utf8')).toContain('A counter is wrong: ');
  await workbench.button('Count anew').click();
  await expect(workbench.page.getByText('Nothing is wrong.')).toBeVisible();
});

/** Changes a counter behind Attest's back. */
async function plantWrongCounter(): Promise<void> {
  const name = (await indexedDB.databases()).map((database) => database.name ?? '').find((known) => known.startsWith('attest-')) ?? '';
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const writing = database.transaction('counters', 'readwrite');
      writing.objectStore('counters').put({ key: 'some/where', byType: { quote: 7 }, relations: 0 });
      writing.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

/** Lets the page pick a folder of the browser's own file system, as a person would pick one of the disk. */
const offerFolder = (page: Page) =>
  page.addInitScript(() => {
    const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });

/** The files in the picked folder with their contents; one that is replaced just then is left out. */
const inFolder = (page: Page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('picked');
    const found: Record<string, string> = {};
    const names = (folder as unknown as { keys(): AsyncIterable<string> }).keys();
    for await (const name of names) {
      const text = await folder.getFileHandle(name).then(
        (handle) => handle.getFile().then((file) => file.text()),
        () => null,
      );
      if (text !== null) found[name] = text;
    }
    return found;
  });

test('a backup folder gets the project after each pause, also after a reload', async ({ workbench }) => {
  const { page } = workbench;
  await offerFolder(page);
  await workbench.reload();
  await workbench.press('n', 'q');
  await openPanel(workbench);
  await workbench.button('Choose a backup folder…').click();
  await expect(page.getByText('Backup folder: picked')).toBeVisible();
  await expect(page.getByText('Last backup just now. Everything is in it.')).toBeVisible();
  const [name = '', ...others] = Object.keys(await inFolder(page));
  expect(others).toEqual([]);
  expect(name).toMatch(/^attest_project_[0-9a-f]{8}\.attest\.json$/);
  const actions = async () => JSON.parse((await inFolder(page))[name] ?? '{}').journal?.length;
  expect(await actions()).toBe(2);
  await expectNoViolations(page);
  await workbench.press('Escape');
  await workbench.reload();
  await workbench.press('n', 'n', 'q');
  await expect.poll(actions, { timeout: 60_000 }).toBe(3);
  await openPanel(workbench);
  await workbench.button('Stop').click();
  await expect(workbench.button('Choose a backup folder…')).toBeVisible();
});

test('a folder the browser has locked again says so, and one click asks again', async ({ workbench }) => {
  const { page } = workbench;
  await offerFolder(page);
  await page.addInitScript(() => {
    const allowed = () => Promise.resolve(sessionStorage.getItem('allowed') === null ? 'prompt' : 'granted');
    const allow = () => {
      sessionStorage.setItem('allowed', '');
      return allowed();
    };
    Object.assign(FileSystemDirectoryHandle.prototype, { queryPermission: allowed, requestPermission: allow });
  });
  await workbench.reload();
  await workbench.press('n', 'q');
  await openPanel(workbench);
  await workbench.button('Choose a backup folder…').click();
  await expect(page.getByText('Last backup just now')).toBeVisible();
  await page.evaluate(() => sessionStorage.removeItem('allowed'));
  await workbench.reload();
  await expect(page.getByText('The backup folder is not written to')).toBeVisible();
  await workbench.button('Allow again').click();
  await expect(page.getByText('The backup folder is not written to')).toHaveCount(0);
});

test('Ctrl+S offers a backup; work that no backup has is spoken of only when there is some', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.press('Control+s');
  await expect(page.getByText('Already saved. Back up?')).toBeVisible();
  await expect(workbench.button('Back up now')).toBeFocused();
  await downloaded(page, () => page.keyboard.press('Enter'));
  await expect(page.getByText('Last backup just now. Everything is in it.')).toBeVisible();
  await workbench.press('Escape');
  await expect(workbench.button('Back up now')).toHaveCount(0);
  await workbench.press('n', 'n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await page.clock.install({ time: Date.now() + 8 * 24 * 3_600_000 });
  await workbench.reload();
  await expect(page.getByText(/Last backup 8 days ago/)).toBeVisible();
  await downloaded(page, () => workbench.button('Back up now').click());
  await expect(page.getByText(/Last backup/)).toHaveCount(0);
});

const openBackup = (workbench: Workbench, path: string) => workbench.page.getByLabel('Open a backup', { exact: true }).setInputFiles(path);

test('a first start opens a backup as the project, with its history', async ({ workbench, newcomer }) => {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await expect(workbench.saveState).toHaveText('Saved');
  await openPanel(workbench);
  const path = await downloaded(workbench.page, () => workbench.button('Back up now').click());
  const moved = await newcomer();
  await expect(moved.page.getByText('Worked elsewhere before?')).toBeVisible();
  await Promise.all([moved.page.waitForEvent('load'), openBackup(moved, path)]);
  await moved.ready();
  await expect(moved.list).toHaveCount(2);
  expect(await moved.marked()).toEqual(await workbench.marked());
  await expect(moved.page.getByText('Worked elsewhere before?')).toHaveCount(0);
  await expect(moved.button('Undo link')).toBeEnabled();
  await moved.press('z', 'z');
  await expect(moved.list).toHaveCount(1);
  await expect(moved.saveState).toHaveText('Saved');
  const { databases, files, local } = await kept(moved.page);
  expect([databases.length, files.length, local.filter((key) => key.startsWith('attest-project-')).length]).toEqual([2, 1, 1]);
  await openPanel(moved);
  await moved.button('Check integrity').click();
  await expect(moved.page.getByText('Nothing is wrong.')).toBeVisible();
  await openBackup(moved, path);
  await expect(moved.page.getByRole('heading', { name: 'Import' })).toBeVisible();
});

test('where a project was and is no more, the first start says so', async ({ workbench, context }) => {
  const { page } = workbench;
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await page.goto('about:blank');
  const bare = await context.newPage();
  await bare.goto('./icon.svg');
  await bare.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    for (const name of names) await root.removeEntry(name, { recursive: true });
  });
  await bare.close();
  await workbench.open();
  await expect(page.getByRole('alert')).toContainText('A project was kept here and cannot be found.');
  await expectNoViolations(page);
  await workbench.reload();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('a snapshot is kept at a start after work, and can be had as a file', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.reload();
  await page.waitForTimeout(5_000);
  await expect
    .poll(
      async () => {
        await openPanel(workbench);
        return page.getByText(/, 2 actions$/).count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  const path = await downloaded(page, () => workbench.button('Save a copy').click());
  expect(path).toMatch(/_2\.attest\.json\.gz$/);
  expect(execFileSync(process.execPath, ['scripts/attest.mjs', 'validate', path], { encoding: 'utf8' })).toContain('good');
});
