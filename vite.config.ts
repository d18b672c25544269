import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { billOfMaterials } from './scripts/bill.mjs';
import { offline } from './scripts/offline.mjs';
import { frameMessages as words } from './src/messages/frame.ts';

// Nothing from elsewhere, nothing inline, no string becomes code or markup. Meta tags cannot say frame-ancestors: public/_headers does.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app#script-url',
].join('; ');

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  // The development server injects styles and scripts of its own.
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
};

/** What the page shows where not even its program was loaded, as when the browser lost the worker that brings it: nothing of ours runs there. */
const notStarted: Plugin = {
  name: 'not-started',
  transformIndexHtml: (html) =>
    html.replace(
      '<div id="root">',
      `$&<main class="start-failed not-started"><h1>${words.notStarted}</h1><p>${words.savedIsSafe}</p><a class="button" href="">${words.reload}</a></main>`,
    ),
};

/** Whether a module is loaded at the start: the page or something it imports at once imports it. */
function atStart(
  id: string,
  info: (id: string) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null,
  known: Map<string, boolean>,
): boolean {
  const answer = known.get(id);
  if (answer !== undefined) return answer;
  known.set(id, false);
  const module = info(id);
  const found = module !== null && (module.isEntry || module.importers.some((importer) => atStart(importer, info, known)));
  known.set(id, found);
  return found;
}

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy, notStarted, billOfMaterials(), offline()],
  worker: { format: 'es' },
  build: {
    target: 'baseline-widely-available',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    sourcemap: true,
    manifest: true,
    // The loader of module preloads is not needed by any browser this build is for.
    modulePreload: { polyfill: false },
    // A font written into the style sheet would be a data: URL, which the policy refuses.
    assetsInlineLimit: 0,
    // The first load is one file: what is shared with parts that come later would be cut out of it, and packs worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'start', name: (id, context) => (atStart(id, (one) => context.getModuleInfo(one), new Map()) ? 'start' : null) },
          ],
        },
      },
    },
    // The first load has its own limit, in scripts/size.mjs.
    chunkSizeWarningLimit: 1_000,
  },
  // strictPort: another port is another origin, and the analyst would see an empty database.
  preview: { port: 4173, strictPort: true },
});
