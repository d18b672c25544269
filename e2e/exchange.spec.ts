import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import { readmeScript, runReadmeScript } from './readme-script.ts';

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

const importFile = (workbench: Workbench, path: string) =>
  workbench.page.getByRole('banner').locator('input[type=file]').setInputFiles(path);

test('an export is verified by the script of the README and by attest validate', async ({ workbench }) => {
  const path = await exported(workbench, 'Ana Bell');
  await expect(workbench.page.getByText('Checksum phrase')).toBeVisible();
  const lines = readmeScript().split('\n').length;
  expect(lines).toBeGreaterThan(5);
  expect(lines).toBeLessThanOrEqual(30);
  expect(runReadmeScript(path)).toContain('2 annotations');
  const shifted = join(test.info().outputDir, 'shifted.attest.json');
  writeFileSync(
    shifted,
    readFileSync(path, 'utf8').replace(/"start": (\d+)/, (_, start) => `"start": ${Number(start) + 1}`),
  );
  expect(() => runReadmeScript(shifted)).toThrow();
  expect(execFileSync(process.execPath, ['scripts/attest.mjs', 'validate', path], { encoding: 'utf8' })).toContain('good');
});

test('importing one’s own file changes nothing; a colleague imports it once, and it is one step to undo', async ({
  workbench,
  newcomer,
}) => {
  const path = await exported(workbench, 'Ana Bell');
  await importFile(workbench, path);
  await expect(workbench.page.getByText('Everything in this file is here already.')).toBeVisible();
  await expect(workbench.button('Import')).toHaveCount(1);

  const colleague = await newcomer();
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
});

test('a file that is not one is refused with its place, and nothing changes', async ({ workbench }) => {
  const file = (content: string) => ({ name: 'from-ben.attest.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const input = workbench.page.getByRole('banner').locator('input[type=file]');
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
