// Counts the JavaScript of the first load, gzip: the entry and all it imports statically, and fails above the limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 230_000;
const manifest = JSON.parse(readFileSync(join('dist', '.vite', 'manifest.json'), 'utf8'));
const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);

function firstLoad(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    firstLoad(manifest[key].imports ?? [], seen);
  }
  return [...seen];
}

const files = firstLoad(entries).map((key) => manifest[key].file);
const sizes = files.map((file) => gzipSync(readFileSync(join('dist', file))).length);
const total = sizes.reduce((sum, size) => sum + size, 0);
console.log(
  `First load: ${(total / 1000).toFixed(1)} kB of JavaScript (gzip) in ${files.length} file(s); the limit is ${limit / 1000} kB.`,
);
process.exit(entries.length === 0 || total > limit ? 1 : 0);
