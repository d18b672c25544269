import { basename, join } from 'node:path';
import { build, type InlineConfig, mergeConfig, type Plugin, preview } from 'vite';
import base from '../../vite.config.ts';

/** A build in which one file of Attest is replaced by a broken one. */
export interface Control {
  /** The name of the file that is replaced. */
  readonly replaces: string;
  /** The name of the file in this folder that takes its place. */
  readonly by: string;
}

export const debouncedSaver: Control = { replaces: 'saver.ts', by: 'debounced-saver.ts' };
export const noJournal: Control = { replaces: 'open-journal.ts', by: 'no-journal.ts' };
export const eagerWorker: Control = { replaces: 'service-worker.ts', by: 'eager-worker.ts' };
export const forgetfulWorker: Control = { replaces: 'service-worker.ts', by: 'forgetful-worker.ts' };
export const reloadingPage: Control = { replaces: 'registration.ts', by: 'reloading-page.ts' };
export const looseBuild: Control = { replaces: 'registration.ts', by: 'loose-build.ts' };
export const noWorker: Control = { replaces: 'registration.ts', by: 'no-worker.ts' };

/** Part of a build: puts the broken file in its place. */
export function broken({ replaces, by }: Control): Plugin {
  const control = join(import.meta.dirname, by);
  return {
    name: basename(by, '.ts'),
    enforce: 'pre',
    resolveId: (source, importer) => (source.endsWith(`/${replaces}`) && importer !== control ? control : null),
  };
}

/** Builds and serves Attest with the broken file. Gives its address and how to stop it. */
export async function serveControl(control: Control): Promise<{ address: string; stop: () => Promise<void> }> {
  const { by } = control;
  const outDir = join('node_modules', '.cache', basename(by, '.ts'));
  const config: InlineConfig = mergeConfig(base, { configFile: false, logLevel: 'error', plugins: [broken(control)], build: { outDir } });
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  return { address: server.resolvedUrls?.local[0] ?? '', stop: () => server.close() };
}
