// What tagging, linking, undo and redo cost in a long article full of tags: script, style and layout from the key to the paint. Beside
// each of them stands the same key in the same article with few tags, in the same browser.
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../scripts/browser.mjs';
import { withLibrary } from './library.mjs';

const tags = Number(process.env.BENCH_TAGS ?? 2_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
const longRead = 'The Long Account of the Marren Sea Wall';

const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0, strictPort: false } });
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');

const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const spent = async () => {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1_000;
  return { script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration') };
};

/** Opens the long read and goes to its middle. */
async function open() {
  await page.goto(address);
  await page.getByRole('link', { name: longRead }).click();
  await page.getByRole('article', { name: longRead }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 40_000);
  await page.waitForTimeout(1_000);
  await page.keyboard.press('ArrowDown');
}

/** Presses a key inside the page and waits for its paint and for "Saved". */
const pressIn = (key) =>
  page.evaluate(
    async ([name, shiftKey]) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true }));
      await new Promise((painted) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = painted;
          port2.postMessage(null);
        }),
      );
    },
    key.startsWith('Shift+') ? [key.slice('Shift+'.length), true] : [key, false],
  );

const saved = () => page.getByRole('status', { name: 'Save state' }).getByText('Saved', { exact: true }).waitFor();

/** What one key costs until its paint. */
async function cost(key) {
  await saved();
  // The checks come after a pause in the work; they are not what is measured.
  await page.waitForTimeout(700);
  const before = await spent();
  await pressIn(key);
  const after = await spent();
  return { script: after.script - before.script, drawing: after.style - before.style + after.layout - before.layout };
}

/** Tags, links, takes back and makes again, over and over, each time some words on. */
async function play() {
  const costs = { tag: [], link: [], undo: [], redo: [] };
  for (let round = 0; round < rounds; round += 1) {
    await page.keyboard.press('Escape');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    costs.tag.push(await cost('q'));
    await page.keyboard.press('b');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    costs.link.push(await cost('Enter'));
    costs.undo.push(await cost('z'));
    costs.redo.push(await cost('Shift+z'));
  }
  return costs;
}

async function measure(name) {
  await open();
  console.log(`${name} (load ${loadavg()[0].toFixed(1)})`);
  const costs = await play();
  for (const [action, all] of Object.entries(costs)) {
    const of = (what, part) =>
      percentile(
        all.map((one) => one[what]),
        part,
      ).toFixed(1);
    console.log(
      `  ${action.padEnd(5)} script p50 ${of('script', 0.5)} p95 ${of('script', 0.95)} ms, style and layout p50 ${of('drawing', 0.5)} p95 ${of('drawing', 0.95)} ms`,
    );
  }
  return costs;
}

await page.goto(address);
await page.getByRole('article').waitFor();
const few = await measure('few tags');
await page.goto(new URL('schema/attest-1.schema.json', address).href);
await withLibrary(page);
await page.evaluate((count) => window.library.fillLongest(count), tags);
const many = await measure(`${tags} tags`);
for (const action of Object.keys(many)) {
  const ratio = (part) =>
    (
      percentile(
        many[action].map(({ script }) => script),
        part,
      ) /
      percentile(
        few[action].map(({ script }) => script),
        part,
      )
    ).toFixed(1);
  console.log(`${action}: script with many tags to few, p50 ${ratio(0.5)}, p95 ${ratio(0.95)}`);
}
await browser.close();
await server.close();
