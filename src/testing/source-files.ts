import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of ours; `path` is relative to `src/`, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

const root = join(import.meta.dirname, '..');

/** Every TypeScript file under `src/`, tests included. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));
}

/** True for a test and for what only tests may import: neither is part of the program. */
export const isForTests = (path: string): boolean => path.startsWith('testing/') || /\.test\.tsx?$/u.test(path);
