import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, mergeConfig } from 'vite';
import base from '../vite.config.ts';
import { broken, type Control } from './controls/serve.ts';

/** One build of Attest in a folder of its own. */
export interface Build {
  readonly folder: string;
  /** The paths of what its pages may ask for, from its folder on. */
  readonly files: readonly string[];
}

/** Builds Attest under other file names than any other version has, with the broken files put in. */
export async function makeBuild(version: string, ...controls: readonly Control[]): Promise<Build> {
  const folder = join('node_modules', '.cache', 'builds', version);
  const names = `assets/[name]-${version}-[hash]`;
  const output = { entryFileNames: `${names}.js`, chunkFileNames: `${names}.js`, assetFileNames: `${names}[extname]` };
  await build(
    mergeConfig(base, {
      configFile: false,
      logLevel: 'error',
      plugins: controls.map(broken),
      build: { outDir: folder, sourcemap: false, rollupOptions: { output } },
      worker: { rollupOptions: { output } },
    }),
  );
  return { folder, files: (await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`) };
}
