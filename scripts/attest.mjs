#!/usr/bin/env node
// Runs the command line, building it first when it is missing or older than the source. Only the command itself writes to stdout.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, 'dist', 'cli', 'attest.js');

function newest(folder) {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}

const run = (args) => {
  // What installing and building say belongs on stderr.
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(2);
};

if (!existsSync(bundle) || statSync(bundle).mtimeMs < newest(join(root, 'src'))) {
  if (!existsSync(join(root, 'node_modules', 'vite'))) run([join(root, 'scripts', 'setup.mjs')]);
  run([join(root, 'scripts', 'build-cli.mjs')]);
}
await import(pathToFileURL(bundle).href);
