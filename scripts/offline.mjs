// Part of the build: lists its files with their hashes, gives the build its id, and writes the worker that keeps them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const worker = join(import.meta.dirname, '..', 'src', 'storage', 'offline', 'service-worker.ts');
// Not for the page: what developers and hosts read, the command line, and the worker itself.
const leftOut = /\.map$|^\.|^_headers$|^cli\/|^sw\.js$/;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Path and hash of every file of the build, in the order of the paths. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !leftOut.test(path))
    .sort()
    .map((path) => [path, sha256(readFileSync(join(folder, path)))]);
}

/** Writes the id into the page, which must know what it belongs to. */
function nameBuild(folder) {
  const id = sha256(JSON.stringify(filesIn(folder))).slice(0, 16);
  const page = join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', `<head>\n    <meta name="build" content="${id}">`));
  return id;
}

/** Writes the worker, in the old form of scripts, which every browser takes for one. */
async function writeWorker(entry, { root, build: { target } }, outDir, id) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __BUILD__: JSON.stringify(id), __FILES__: JSON.stringify(filesIn(outDir)) },
    build: {
      outDir,
      emptyOutDir: false,
      target,
      rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}

/**
 * The plugin. A control may put another worker in the place of ours, so its file is asked for like any other.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  let entry = worker;
  let config;
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    async buildStart() {
      entry = (await this.resolve(worker))?.id ?? worker;
    },
    async closeBundle() {
      const outDir = join(config.root, config.build.outDir);
      const id = nameBuild(outDir);
      await writeWorker(entry, config, outDir, id);
    },
  };
}
