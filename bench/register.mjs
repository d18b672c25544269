// What the register costs in a large project: from asking for everything by one source to its first and its last statement.
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../scripts/browser.mjs';
import { withLibrary } from './library.mjs';

const articles = Number(process.env.BENCH_ARTICLES ?? 500);
const times = Number(process.env.BENCH_TIMES ?? 5);

const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0, strictPort: false } });
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();

const start = async () => {
  await page.goto(address);
  await page.getByRole('article').waitFor();
};

/** Runs in the page: milliseconds from the click on the entry until a statement is drawn, and until all were found. */
function timeEntry() {
  return new Promise((resolve) => {
    const began = performance.now();
    let first = 0;
    const look = () => {
      const panel = document.querySelector('aside');
      if (first === 0 && panel.querySelector('[data-type] > .chip')) first = performance.now() - began;
      const status = panel.querySelector('[role="status"]')?.textContent ?? '';
      if (first > 0 && /statement/.test(status) && !/…/.test(status)) resolve({ first, whole: performance.now() - began, status });
      else requestAnimationFrame(look);
    };
    document.querySelector('aside ul[aria-label="Register"] button').click();
    requestAnimationFrame(look);
  });
}

await start();
await page.goto(new URL('schema/attest-1.schema.json', address).href);
await withLibrary(page);
await page.evaluate((count) => window.library.fillSpoken(count), articles);
for (let time = 0; time < times; time += 1) {
  await start();
  await page.getByRole('button', { name: 'Register' }).click();
  const began = performance.now();
  await page
    .getByText(/^\d+ articles?$/)
    .first()
    .waitFor();
  const counted = performance.now() - began;
  const { first, whole, status } = await page.evaluate(timeEntry);
  console.log(
    `${articles} articles: counts ${counted.toFixed(0)} ms, first statement ${first.toFixed(0)} ms, all (${status}) ${whole.toFixed(0)} ms`,
  );
}
await browser.close();
await server.close();
