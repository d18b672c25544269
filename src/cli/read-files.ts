import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { largest } from '../formats/package/read.ts';
import type { InputFile } from './outcome.ts';

/** Every file named, unpacked where it is packed; of a folder the files in it and in its folders. */
export function readFiles(names: readonly string[]): InputFile[] {
  return names.flatMap((name) => (isFolder(name) ? filesIn(name).map((path) => readFile(path, relative(name, path))) : [readFile(name)]));
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

function readFile(path: string, within = path): InputFile {
  const name = within.split(sep).join('/');
  try {
    const bytes = readFileSync(path);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const modified = statSync(path).mtime.toISOString();
    return { name, bytes: new Uint8Array(packed ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes), modified };
  } catch (error) {
    return { name, bytes: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
