import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

/** Tags and links something, exports it, and gives where the file lies. */
async function exported(workbench: Workbench, name: string): Promise<string> {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Export').click();
  await workbench.page.getByLabel('Your name, as colleagues will see it').fill(name);
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.page.keyboard.press('Enter')]);
  const path = join(test.info().outputDir, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const importFile = (workbench: Workbench, path: string) => workbench.page.locator('input[type=file][accept=".json"]').setInputFiles(path);

test('an export is verified by the script of the README and by attest validate', async ({ workbench }) => {
  const path = await exported(workbench, 'Ana Bell');
  await expect(workbench.page.getByText('Checksum phrase')).toBeVisible();
  const script = /```js\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  const lines = script.trim().split('\n').length;
  expect(lines).toBeGreaterThan(5);
  expect(lines).toBeLessThanOrEqual(30);
  const check = (file: string) => execFileSync(process.execPath, ['--input-type=module', '-e', script, '--', file], { encoding: 'utf8' });
  expect(check(path)).toContain('2 annotations');
  expect(execFileSync(process.execPath, ['scripts/attest.mjs', 'validate', path], { encoding: 'utf8' })).toContain('good');
});

test('importing one’s own file changes nothing; a colleague imports it once, and it is one step to undo', async ({
  workbench,
  browser,
  baseURL,
}) => {
  const path = await exported(workbench, 'Ana Bell');
  await importFile(workbench, path);
  await expect(workbench.page.getByText('Everything in this file is here already.')).toBeVisible();
  await expect(workbench.button('Import')).toHaveCount(1);

  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const { Workbench: Colleague } = await import('./pages/workbench.ts');
  const colleague = new Colleague(await context.newPage());
  await colleague.open();
  await importFile(colleague, path);
  await expect(colleague.page.getByText('From Ana Bell')).toBeVisible();
  await colleague.page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();
  await expect(colleague.saveState).toHaveText('Saved');
  await colleague.button('People and sets').click();
  await colleague.button('Show the set of Ana Bell').click();
  await colleague.press('Escape');
  await expect(colleague.list).toHaveCount(2);
  await colleague.list.first().getByRole('button').click();
  await expect(colleague.annotation.getByText('This set belongs to somebody else. You can read it.')).toBeVisible();
  await importFile(colleague, path);
  await expect(colleague.page.getByText('Everything in this file is here already.')).toBeVisible();
  await colleague.button('Undo import').first().click();
  await expect(colleague.button('Redo import')).toBeEnabled();
  await expect(colleague.saveState).toHaveText('Saved');
  await expect(colleague.list).toHaveCount(0);
  await colleague.reload();
  await expect(colleague.list).toHaveCount(0);
  await context.close();
});

test('a file that is not one is refused with its place, and nothing changes', async ({ workbench }) => {
  const file = (content: string) => ({ name: 'from-ben.attest.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const input = workbench.page.locator('input[type=file][accept=".json"]');
  await input.setInputFiles(file('{"format": "attest-package", "formatVersion": 9}'));
  await expect(workbench.page.getByRole('alert')).toContainText('from-ben.attest.json was not imported. Nothing was changed.');
  await expect(workbench.page.getByText('/formatVersion')).toBeVisible();
  await input.setInputFiles(file('<html>'));
  await expect(workbench.page.getByText('the file', { exact: true })).toBeVisible();
  await expect(workbench.button('Undo: nothing yet')).toBeDisabled();
});

test('another person on this machine has a set of their own', async ({ workbench }) => {
  await workbench.press('n', 'q');
  await workbench.button('People and sets').click();
  await workbench.button('Another person on this machine').click();
  await workbench.press('Escape');
  await expect(workbench.list).toHaveCount(0);
  await workbench.press('n', 'q');
  await expect(workbench.list).toHaveCount(1);
  await workbench.reload();
  await expect(workbench.list).toHaveCount(1);
  await expect(workbench.list.getByRole('button')).toHaveAccessibleName(/unconditionally/);
});
