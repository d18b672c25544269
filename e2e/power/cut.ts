import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Chance } from '../../src/testing/chance.ts';

const library = resolve('node_modules', '.cache', 'synced.so');
const listOf = (profile: string): string => join(profile, 'synced.txt');

/** Compiles what is preloaded into the browser. Throws with the compiler's words. */
export function compileLibrary(): void {
  mkdirSync(resolve('node_modules', '.cache'), { recursive: true });
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', library, join(import.meta.dirname, 'synced.c'), '-ldl']);
}

/** The variables with which a browser writes down what it has synced. */
export const watched = (profile: string): Readonly<Record<string, string>> => ({ LD_PRELOAD: library, ATTEST_SYNCED: listOf(profile) });

/**
 * Cuts every file of IndexedDB and of the browser's own file system back to the length it had when it was synced last.
 * A file that never was is emptied or gone, as chance has it: a real disk may have kept its name without its bytes, or
 * neither. Names that were changed and files that were deleted stay so: file systems keep a journal of these. What a real
 * disk would have written by itself before the cut is not kept either, so this is the worst case.
 */
export async function cutPower(profile: string, chance: Chance): Promise<void> {
  const synced = lengths(await readFile(listOf(profile), 'utf8').catch(() => ''));
  const left: string[] = [];
  for (const path of await filesOf(profile)) {
    const { size } = await stat(path);
    const length = synced.get(path);
    if (length === undefined && chance(2) === 0) await rm(path);
    else {
      const kept = Math.min(size, length ?? 0);
      await truncate(path, kept);
      left.push(`s\t${kept}\t${path}\n`);
    }
  }
  // What is there now is what the disk holds.
  await writeFile(listOf(profile), left.join(''));
}

/** The files of IndexedDB and of the browser's own file system, those with its names too. */
async function filesOf(profile: string): Promise<string[]> {
  const folders = ['IndexedDB', 'File System'].map((name) => join(profile, 'Default', name));
  const entries = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])));
  return entries
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Synced length by path, from the list. */
function lengths(list: string): ReadonlyMap<string, number> {
  const synced = new Map<string, number>();
  for (const line of list.split('\n')) {
    const [what, first = '', second = ''] = line.split('\t');
    const before = synced.get(what === 'm' ? first : second);
    if (what === 's') synced.set(second, Number(first));
    else if (what === 't' && before !== undefined) synced.set(second, Math.min(before, Number(first)));
    else if (what === 'm') {
      synced.delete(first);
      synced.delete(second);
      if (before !== undefined) synced.set(second, before);
    } else if (what === 'd') synced.delete(first);
  }
  return synced;
}
