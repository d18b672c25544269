// What saving costs: from the key to the paint and to "Saved", with an empty library and with 100,000 stored annotations, and
// beside both the floor: one strict write of a record and one flushed line, by hand, in the same browser on the same disk.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../scripts/browser.mjs';
import { fillLibrary } from './library.mjs';

const annotations = Number(process.env.BENCH_ANNOTATIONS ?? 100_000);
const presses = Number(process.env.BENCH_PRESSES ?? 200);

const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0, strictPort: false } });
const address = server.resolvedUrls.local[0];
const profile = await mkdtemp(join(tmpdir(), 'attest-bench-'));
const context = await chromium.launchPersistentContext(profile, launchOptions());
const page = context.pages()[0];

const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const shown = (values) => `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms`;

/** Milliseconds from navigation until an article can be read. */
async function start() {
  const began = performance.now();
  await page.goto(address);
  await page.getByRole('article').waitFor();
  return performance.now() - began;
}

/** Tags one word after the other; milliseconds from each key to the paint and to "Saved". */
async function tagWords() {
  await page.evaluate(() => document.fonts.ready);
  await page.keyboard.press('n');
  await page.evaluate(watchKeys);
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('ArrowRight');
    await page.evaluate(() => window.next('s'));
    await page.keyboard.press('s');
    await page.evaluate(() => window.done);
  }
  return page.evaluate(() => window.measured);
}

/** Runs in the page. */
function watchKeys() {
  const line = document.querySelector('[role="status"][aria-label="Save state"]');
  const measured = { paint: [], saved: [] };
  Object.assign(window, { measured, next: () => undefined });
  window.next = (key) => {
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
}

/** Milliseconds of one strict write of a small record and one flushed line, each time. */
async function floor() {
  return page.evaluate(async (times) => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('floor', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('records');
      request.onsuccess = () => resolve(request.result);
    });
    const record = { words: 'x'.repeat(1_200) };
    const took = [];
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
      transaction.objectStore('records').put(record, time);
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      took.push(performance.now() - began);
    }
    database.close();
    indexedDB.deleteDatabase('floor');
    return took;
  }, presses);
}

async function measure(name) {
  const first = await start();
  const again = await start();
  const { paint, saved } = await tagWords();
  const hand = await floor();
  console.log(`${name}: start ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms`);
  console.log(`  key to paint  ${shown(paint)}`);
  console.log(`  key to saved  ${shown(saved)}`);
  console.log(`  strict write by hand  ${shown(hand)}; saved is ${(percentile(saved, 0.5) / percentile(hand, 0.5)).toFixed(1)} times that`);
  return { paint, saved };
}

const small = await measure('10 articles');
await page.goto(new URL('schema/attest-1.schema.json', address).href);
await fillLibrary(page, annotations);
const large = await measure(`${annotations} annotations`);
for (const what of ['paint', 'saved']) {
  console.log(`${what}, large to small: ${(percentile(large[what], 0.5) / percentile(small[what], 0.5)).toFixed(2)}`);
}
await context.close();
await server.close();
await rm(profile, { recursive: true, force: true });
