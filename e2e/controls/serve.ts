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
export const noJournal: Control = { replaces: 'can-keep.ts', by: 'no-journal.ts' };
export const nextVersion: Control = { replaces: 'project-layouts.ts', by: 'next-layouts.ts' };
export const noVersionCheck: Control = { replaces: 'open-database.ts', by: 'no-version-check.ts' };
export const twoStepMigration: Control = { replaces: 'layout-2.ts', by: 'two-step-layout.ts' };

/** Builds and serves Attest with the broken file. Gives its address and how to stop it. */
export async function serveControl(control: Control): Promise<Served> {
  return serveFolder(await buildControl(control));
}

/** A build that is served: its address, and how to stop it. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** Builds Attest with the broken file; gives the folder. */
export async function buildControl({ replaces, by }: Control): Promise<string> {
  const control = join(import.meta.dirname, by);
  const broken: Plugin = {
    name: basename(by, '.ts'),
    enforce: 'pre',
    resolveId: (source, importer) => (source.endsWith(`/${replaces}`) && importer !== control ? control : null),
  };
  const outDir = join('node_modules', '.cache', basename(by, '.ts'));
  const config: InlineConfig = mergeConfig(base, { configFile: false, logLevel: 'error', plugins: [broken], build: { outDir } });
  await build(config);
  return outDir;
}

/** Serves a built folder, at the given port where it must be the same origin as before. */
export async function serveFolder(outDir: string, port = 0): Promise<Served> {
  const config: InlineConfig = mergeConfig(base, { configFile: false, logLevel: 'error', build: { outDir } });
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port, strictPort: true } });
  return { address: server.resolvedUrls?.local[0] ?? '', stop: () => server.close() };
}
