import { writeFileSync } from 'node:fs';
import { application, writePackage } from '../src/formats/package/write.ts';
import { largePackage } from '../src/testing/large-package.ts';
import { contentsOf } from './contents.ts';
import { expect, test } from './fixtures.ts';
import { Workbench } from './pages/workbench.ts';

const tags = 2_000;

/** Where a package lies that the page leaves to a worker, of which it never gets the tags. */
function largeFile(): string {
  const path = test.info().outputPath('large.attest.json');
  writeFileSync(path, writePackage(largePackage(tags), application).bytes);
  return path;
}

const panel = ({ page }: Workbench) => page.getByRole('complementary');

/** Does something, gives itself a name, and so has a project that no backup takes the place of. */
async function begun(workbench: Workbench): Promise<void> {
  await workbench.press('n', 'q');
  await workbench.button('People and sets').click();
  await workbench.page.getByPlaceholder('Name').first().fill('Ben Ito');
  await workbench.press('Tab', 'Escape');
  await expect(workbench.saveState).toHaveText('Saved');
}

test('a large package comes in by the worker, is found after a reload, and goes with one undo', async ({ workbench }) => {
  await begun(workbench);
  const before = await contentsOf(workbench);
  await workbench.press('Escape');
  await workbench.importInput.setInputFiles(largeFile());
  await expect(panel(workbench).getByText('From Ada Quill')).toBeVisible();
  await expect(panel(workbench).getByText(`${tags} tags`)).toBeVisible();
  await panel(workbench).getByRole('button', { name: 'Import' }).click();
  await expect(workbench.messages.getByText('large.attest.json imported')).toBeVisible();
  await expect(workbench.saveState).toHaveText('Saved');
  await expect(workbench.library.getByRole('link', { name: /^Report 19 of the harbor/ })).toBeVisible();
  await workbench.reload();
  await workbench.library.getByRole('link', { name: /^Report 7 of the harbor/ }).click();
  await workbench.button('People and sets').click();
  await workbench.button('Show the set of Ada Quill').click();
  await workbench.button('Go on').click();
  await expect(workbench.list).toHaveCount(100);
  await workbench.press('z');
  await workbench.button('Undo import').click();
  await expect(workbench.button('Redo import')).toBeEnabled();
  await expect(workbench.saveState).toHaveText('Saved');
  await expect(workbench.library.getByRole('link', { name: /^Report/ })).toHaveCount(0);
  await workbench.reload();
  await workbench.press('Escape');
  expect(await contentsOf(workbench)).toEqual(before);
});

test('what is cancelled while it is read leaves nothing behind', async ({ workbench }) => {
  await begun(workbench);
  const before = await contentsOf(workbench);
  await workbench.press('Escape');
  await workbench.importInput.setInputFiles(largeFile());
  await expect(panel(workbench).getByText('Reading large.attest.json…')).toBeVisible();
  await panel(workbench).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(workbench).getByText('Reading large.attest.json…')).toHaveCount(0);
  await expect(workbench.button('Undo import')).toHaveCount(0);
  expect(await contentsOf(workbench)).toEqual(before);
});

test('a page that goes while it imports leaves all of the file or nothing', async ({ workbench, context }) => {
  await begun(workbench);
  const path = largeFile();
  // Before the worker has written anything, in the middle, and about when it is done.
  for (const moment of [0, 100, 400]) {
    const page = new Workbench(await context.newPage());
    await page.open();
    await page.importInput.setInputFiles(path);
    await panel(page).getByRole('button', { name: 'Import' }).click();
    await page.page.waitForTimeout(moment);
    await page.page.close();
    await workbench.reload();
    const reports = await workbench.library.getByRole('link', { name: /^Report/ }).count();
    expect([0, tags / 100]).toContain(reports);
    if (reports > 0) await everything(workbench);
  }
});

/** All tags of the file are there and nothing is damaged; then they are gone again, by those who brought them. */
async function everything(workbench: Workbench): Promise<void> {
  await workbench.button('People and sets').click();
  await expect(workbench.button('Show the set of Ada Quill')).toContainText(`${tags} tags`);
  await workbench.press('Escape');
}
