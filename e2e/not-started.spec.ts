import { expect, test } from '@playwright/test';
import { Workbench } from './pages/workbench.ts';

for (const [what, files] of [
  ['no program', [/\/assets\/index-[^/]*\.js$/]],
  ['neither program nor style', [/\/assets\/index-[^/]*\.js$/, /\/assets\/index-[^/]*\.css$/]],
] as const) {
  test(`a page that the browser brought with ${what} says so, and one click brings it`, async ({ page, baseURL }) => {
    for (const file of files) await page.route(file, (route) => route.abort(), { times: 1 });
    await page.goto(baseURL ?? '');
    const said = page.getByRole('heading', { name: 'Attest did not start' });
    await expect(said).toBeVisible({ timeout: 15_000 });
    await page.getByRole('link', { name: 'Reload' }).click();
    await new Workbench(page).ready();
    await expect(said).toHaveCount(0);
  });
}
