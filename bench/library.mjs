// Fills an Attest project in a browser with a library of made-up articles and tags, and looks whether it is whole.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const script = build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    lib: { entry: fileURLToPath(new URL('in-page.ts', import.meta.url)), formats: ['iife'], name: 'library' },
  },
});

/**
 * Gives a page of the app's origin, on which the app itself is closed, the functions of `in-page.ts` as `window.library`.
 * @param {import('@playwright/test').Page} page
 */
export async function withLibrary(page) {
  const [{ output }] = await script;
  await page.addScriptTag({ content: output[0].code });
}
