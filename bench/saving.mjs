// What saving costs: from the key to the paint and to "Saved", and from the address to the first paint and to the article, in a
// small project and in one with 100,000 stored annotations. Beside each press stands one strict write of a record by hand, at the
// same moment in the same browser on the same disk: a busy machine slows down both, so the ratio says more than the milliseconds.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../scripts/browser.mjs';
import { withLibrary } from './library.mjs';

const annotations = Number(process.env.BENCH_ANNOTATIONS ?? 100_000);
const presses = Number(process.env.BENCH_PRESSES ?? 200);
// `tagged`: each tag was an action of its own; `imported`: all came in one.
const origin = process.env.BENCH_ORIGIN ?? 'tagged';
const starts = 5;

const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0, strictPort: false } });
const address = server.resolvedUrls.local[0];
const profile = await mkdtemp(join(tmpdir(), 'attest-bench-'));
const context = await chromium.launchPersistentContext(profile, launchOptions());
const page = context.pages()[0];

const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const shown = (values) => `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms`;
const load = () => `(load ${loadavg()[0].toFixed(1)})`;

/** Milliseconds from navigation to the first paint and to the moment an article can be read. */
async function start() {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('article').waitFor({ timeout: 300_000 });
  return page.evaluate(async () => {
    const ready = performance.now();
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { paint: paint?.startTime ?? ready, ready };
  });
}

/** Tags one word after the other; milliseconds from each key to the paint and to "Saved", and of a write by hand each time. */
async function tagWords() {
  await page.evaluate(() => document.fonts.ready);
  await page.keyboard.press('n');
  await page.evaluate(watchKeys);
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('ArrowRight');
    await page.evaluate(() => window.next('s'));
    await page.keyboard.press('s');
    await page.evaluate(() => window.done.then(window.writeByHand));
  }
  return page.evaluate(() => window.measured);
}

/** Runs in the page. */
async function watchKeys() {
  const line = document.querySelector('[role="status"][aria-label="Save state"]');
  const measured = { paint: [], saved: [], byHand: [] };
  const next = (key) => {
    window.done = new Promise((resolve) => {
      addEventListener(
        'keydown',
        (event) => {
          if (event.key !== key) return;
          const { timeStamp } = event;
          const painted = new Promise((done) =>
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => done(performance.now() - timeStamp);
              channel.port2.postMessage(null);
            }),
          );
          const saved = new Promise((done) => {
            let saving = false;
            const observer = new MutationObserver(() => {
              saving ||= line.textContent !== 'Saved';
              if (!saving || line.textContent !== 'Saved') return;
              observer.disconnect();
              done(performance.now() - timeStamp);
            });
            observer.observe(line, { characterData: true, childList: true, subtree: true });
          });
          void Promise.all([painted, saved]).then(([paint, stored]) => {
            measured.paint.push(paint);
            measured.saved.push(stored);
            resolve();
          });
        },
        { capture: true, once: true },
      );
    });
  };
  const database = await new Promise((resolve) => {
    const request = indexedDB.open('floor', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records');
    request.onsuccess = () => resolve(request.result);
  });
  // As long as a tag with its entry in the journal.
  const record = { words: 'x'.repeat(1_200) };
  const writeByHand = async () => {
    const began = performance.now();
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.objectStore('records').put(record, measured.byHand.length);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    measured.byHand.push(performance.now() - began);
  };
  Object.assign(window, { measured, next, writeByHand });
}

async function measure(name) {
  console.log(name);
  const began = [];
  for (let count = 0; count < starts; count += 1) began.push(await start());
  const [paint, ready] = ['paint', 'ready'].map((what) =>
    percentile(
      began.map((times) => times[what]),
      0.5,
    ),
  );
  console.log(`  first paint ${paint.toFixed(0)} ms, article ready ${ready.toFixed(0)} ms, median of ${starts} ${load()}`);
  const measured = await tagWords();
  console.log(`  key to paint          ${shown(measured.paint)} ${load()}`);
  console.log(`  key to saved          ${shown(measured.saved)} ${load()}`);
  console.log(`  strict write by hand  ${shown(measured.byHand)} ${load()}`);
  const ratio = (part) => (percentile(measured.saved, part) / percentile(measured.byHand, part)).toFixed(1);
  console.log(`  saved to by hand      p50 ${ratio(0.5)}, p99 ${ratio(0.99)}`);
  await quiet();
  for (const depth of ['surface', 'whole']) {
    const took = [];
    for (let count = 0; count < starts; count += 1) took.push(await page.evaluate((at) => window.library.check(at), depth));
    console.log(`  check, ${depth.padEnd(7)}        ${percentile(took, 0.5).toFixed(0)} ms, median of ${starts} ${load()}`);
  }
  return { ...measured, ready: began.map((times) => times.ready) };
}

/** Shows a page of the same origin on which the app does not run. */
async function quiet() {
  await page.goto(new URL('schema/attest-1.schema.json', address).href);
  await withLibrary(page);
}

await start();
const small = await measure('10 articles');
const began = performance.now();
await page.evaluate(([tags, how]) => window.library.fill(tags, how), [annotations, origin]);
console.log(`filled in ${((performance.now() - began) / 1_000).toFixed(0)} s ${load()}`);
const large = await measure(`${annotations} annotations, ${origin}`);
for (const what of ['paint', 'saved', 'ready']) {
  console.log(`${what}, large to small: ${(percentile(large[what], 0.5) / percentile(small[what], 0.5)).toFixed(2)}`);
}
await context.close();
await server.close();
await rm(profile, { recursive: true, force: true });
