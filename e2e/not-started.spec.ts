import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './pages/workbench.ts';

const program = /\/assets\/index-[^/]*\.js$/;
const style = /\/assets\/index-[^/]*\.css$/;
const said = (page: Page) => page.getByText('Attest did not start');

for (const [what, files] of [
  ['no program', [program]],
  ['neither program nor style', [program, style]],
] as const) {
  test(`a page that the browser brought with ${what} says so, and one click brings it`, async ({ page, baseURL }) => {
    for (const file of files) await page.route(file, (route) => route.abort(), { times: 1 });
    await page.goto(baseURL ?? '');
    await expect(said(page)).toBeVisible({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Reload' }).click();
    await new Workbench(page).ready();
    await expect(said(page)).toHaveCount(0);
  });
}

test('a page whose program takes its time does not say so', async ({ page, baseURL }) => {
  await page.route(program, (route) => setTimeout(() => void route.continue(), 4_000), { times: 1 });
  await page.goto(baseURL ?? '', { waitUntil: 'commit' });
  await expect(said(page)).toBeAttached();
  for (let looks = 0; looks < 6; looks += 1) {
    await expect(said(page)).toBeHidden();
    await page.waitForTimeout(500);
  }
  await new Workbench(page).ready();
});
