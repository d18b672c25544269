// Draws the icons of the installed app from public/icon.svg. Run by hand when that changes; the pictures are committed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';

const folder = join(import.meta.dirname, '..', 'public');
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');
// Systems cut a maskable icon to their own shape: the ground fills the square, the signs stay in the inner circle.
const maskable = icon.replace('rx="7"', '');

const browser = await chromium.launch(launchOptions());
for (const [name, svg, size] of [
  ['icon-192.png', icon, 192],
  ['icon-512.png', icon, 512],
  ['icon-maskable-512.png', maskable, 512],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await page.screenshot({ path: join(folder, name), omitBackground: true });
  await page.close();
}
await browser.close();
