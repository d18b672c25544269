// What the agreement report costs over 500 articles that three people have tagged, 60,000 tags, with 1,000 bootstrap draws: from
// "Measure agreement" to the report on screen, cancelling on the way, the passages behind a count, and the longest moment in which the
// page did nothing else.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../scripts/browser.mjs';
import { built } from './built.mjs';
import { watched } from './watched.mjs';

const amount = { articles: Number(process.env.BENCH_ARTICLES ?? 500), sets: 3, tags: 42 };

const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
const module = join(folder, 'package.mjs');
await writeFile(module, await built('agreement-entry.ts', 'es', { target: 'node20' }));
const { colleagues, writePackage, application } = await import(module);
const packages = colleagues(amount);
const count = packages.reduce((sum, { annotations }) => sum + annotations.length, 0);
console.log(`${amount.articles} articles, ${packages.length} sets, ${count} tags, 1000 draws`);

const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0, strictPort: false } });
const context = await chromium.launchPersistentContext(join(folder, 'profile'), launchOptions());
const page = context.pages()[0];
const { timed, shown } = watched(page);
const press = (label) =>
  page.evaluate((words) => [...document.querySelectorAll('aside button')].find((at) => at.textContent === words).click(), label);

await page.goto(server.resolvedUrls.local[0]);
await page.getByRole('article').waitFor();
for (const [at, contents] of packages.entries()) {
  const path = join(folder, `colleague-${at}.attest.json`);
  await writeFile(path, writePackage(contents, application).bytes);
  await page.locator('header input[type=file]').setInputFiles(path);
  await shown({ aside: `From ${contents.authors[0].name}` });
  await press('Import');
  await shown({ '[aria-label="Messages"]': `colleague-${at}.attest.json imported`, '[aria-label="Save state"]': 'Saved' });
}
await page.keyboard.press('Control+k');
await page.keyboard.type('agreement report');
await page.keyboard.press('Enter');
await shown({ aside: 'Measure agreement' });

await timed('nothing, for two seconds', () => page.waitForTimeout(2_000), {});
await timed(
  'cancelled on the way',
  () =>
    press('Measure agreement')
      .then(() => page.waitForTimeout(1_000))
      .then(() => press('Cancel')),
  {
    aside: 'Measure agreement',
  },
);
for (let run = 0; run < 3; run += 1) {
  await timed('“Measure agreement” to report', () => press('Measure agreement'), { aside: 'New report' });
  if (run < 2) {
    await press('New report');
    await shown({ aside: 'Measure agreement' });
  }
}
const open = () => page.evaluate(() => document.querySelector('aside section section table tbody button').click());
await timed('the passages behind a count', open, { aside: ' passages' });
await context.close();
await server.close();
await rm(folder, { recursive: true, force: true });
