// What importing a large package costs: from choosing the file to the preview, from "Import" to "Saved", and the longest moment in which
// the page did nothing else. Beside it, in the same browser on the same disk, stands a page that parses and checks the file itself and
// writes one row for each tag. A busy machine slows down both, so the ratios say more than the milliseconds.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../scripts/browser.mjs';
import { built } from './built.mjs';
import { load, seconds, watchBlocks, watched } from './watched.mjs';

const tags = Number(process.env.BENCH_ANNOTATIONS ?? 100_000);

const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
const module = join(folder, 'package.mjs');
await writeFile(module, await built('importing-entry.ts', 'es', { target: 'node20' }));
const { largePackage, writePackage, application } = await import(module);
const { bytes } = writePackage(largePackage(tags), application);
const path = join(folder, 'large.attest.json');
await writeFile(path, bytes);
console.log(`${tags} tags, ${(bytes.length / 1e6).toFixed(1)} MB`);

const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0, strictPort: false } });
const address = server.resolvedUrls.local[0];
const context = await chromium.launchPersistentContext(join(folder, 'profile'), launchOptions());
const page = context.pages()[0];

const { timed, shown } = watched(page);
const press = (label) =>
  page.evaluate((words) => [...document.querySelectorAll('aside button')].find((at) => at.textContent === words).click(), label);
const saved = { '[aria-label="Save state"]': 'Saved' };
const next = (action) => ({ ...saved, 'header button:not(:disabled)': `Undo ${action}` });

/** A project in which something was done: a package is no backup that could take its place. */
async function start() {
  await page.goto(address);
  await page.getByRole('article').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.press('q');
  await shown(next('tag quote'));
}

await start();
console.log('by the worker');
const idle = await timed('nothing, for two seconds', () => page.waitForTimeout(2_000), {});
const choose = () => page.locator('header input[type=file]').setInputFiles(path);
const read = await timed('file to preview', choose, { aside: 'From Ada Quill' });
const written = await timed('“Import” to “Saved”', () => press('Import'), { ...next('import'), '[aria-label="Messages"]': 'imported' });
await page.keyboard.press('ArrowRight');
await timed('the next tag', () => page.keyboard.press('s'), next('tag source'));
await page.keyboard.press('Control+z');
await shown(next('import'));
await timed('undo of the import', () => page.keyboard.press('Control+z'), next('tag quote'));

console.log('by a page that keeps it all');
await page.goto(new URL('schema/attest-1.schema.json', address).href);
await page.addScriptTag({ content: await built('importing-page.ts', 'iife') });
await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file' })));
await page.locator('input').setInputFiles(path);
await page.evaluate(watchBlocks);
const { parse, checked, rows } = await page.evaluate(() => window.importing.onPage(document.querySelector('input').files[0]));
const block = await page.evaluate(() => window.block);
console.log(
  `  JSON alone ${seconds(parse)}, with all checks ${seconds(checked)}, a row per tag ${seconds(rows)}, longest block ${block.toFixed(0)} ms ${load()}`,
);
console.log(`reading, page to worker:  ${(checked / read.took).toFixed(2)}`);
console.log(`writing, page to worker:  ${(rows / written.took).toFixed(2)}`);
console.log(`altogether:               ${((checked + rows) / (read.took + written.took)).toFixed(2)}`);
console.log(
  `longest block, page to worker: ${(block / Math.max(read.block, written.block)).toFixed(1)} (idle ${idle.block.toFixed(0)} ms)`,
);
await context.close();
await server.close();
await rm(folder, { recursive: true, force: true });
