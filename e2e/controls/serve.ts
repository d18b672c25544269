import { join } from 'node:path';
import { build, type InlineConfig, mergeConfig, type Plugin, preview } from 'vite';
import base from '../../vite.config.ts';

const control = join(import.meta.dirname, 'debounced-saver.ts');
const outDir = join('node_modules', '.cache', 'debounced');

const broken: Plugin = {
  name: 'debounced-saver',
  enforce: 'pre',
  resolveId: (source, importer) => (source.endsWith('/saver.ts') && importer !== control ? control : null),
};

/** Builds and serves Attest with the debounced saver. Gives its address and how to stop it. */
export async function serveDebounced(): Promise<{ address: string; stop: () => Promise<void> }> {
  const config: InlineConfig = mergeConfig(base, { configFile: false, logLevel: 'error', plugins: [broken], build: { outDir } });
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  return { address: server.resolvedUrls?.local[0] ?? '', stop: () => server.close() };
}
