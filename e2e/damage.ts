import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chance } from '../src/testing/chance.ts';

/** Hurts the file and says how. */
type Damage = (path: string, bytes: Buffer, chance: Chance) => Promise<string>;

/** What disks and other programs do to one file. */
export const damages = {
  flip: async (path, bytes, chance) => {
    const at = chance(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(path, bytes);
    return `byte ${at} of ${bytes.length} flipped`;
  },
  cut: async (path, bytes, chance) => {
    const length = chance(4) === 0 ? 0 : chance(bytes.length);
    await writeFile(path, bytes.subarray(0, length));
    return `cut from ${bytes.length} to ${length}`;
  },
  zero: async (path, bytes, chance) => {
    const from = chance(4) === 0 ? 0 : chance(bytes.length);
    const to = from === 0 ? bytes.length : Math.min(bytes.length, from + 512);
    await writeFile(path, bytes.fill(0, from, to));
    return `zeroes from ${from} to ${to} of ${bytes.length}`;
  },
  delete: async (path) => {
    await rm(path);
    return 'deleted';
  },
} satisfies Record<string, Damage>;

export type DamageKind = keyof typeof damages;

/** Files that Chromium reads when it opens; its lock and its log for people are not among them. */
const meaningful = /\.(?:log|ldb)$|^MANIFEST|^CURRENT|^[0-9a-f]+$/u;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && meaningful.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The files of the profile's IndexedDB: its tables, its log, what names them, and values kept in files of their own. */
export const databaseFiles = (profile: string): Promise<string[]> => filesBelow(join(profile, 'Default', 'IndexedDB'));

/** The files a page has written to the profile's file system, without the browser's own list of their names. */
export async function journalFiles(profile: string): Promise<string[]> {
  const files = await filesBelow(join(profile, 'Default', 'File System'));
  return files.filter((file) => /[/\\]\d\d[/\\][0-9a-f]+$/u.test(file));
}

/** Damages one of the files in the named way; gives its name and what was done. */
export async function damageOne(files: readonly string[], kind: DamageKind, chance: Chance): Promise<string> {
  const path = files[chance(files.length)];
  if (path === undefined) throw new Error('There is no file to damage.');
  return `${path.split(/[/\\]/u).at(-1)}: ${await damages[kind](path, await readFile(path), chance)}`;
}

/** Exchanges two files of the database, or puts one or all of them back as they were in an earlier copy of the profile; says which. */
export async function swapFiles(profile: string, earlier: string, chance: Chance): Promise<string> {
  const files = await databaseFiles(profile);
  const older = (await databaseFiles(earlier)).map((path) => ({ path, into: path.replace(earlier, profile) }));
  const way = chance(3);
  if (way === 0) {
    await Promise.all(files.map((path) => rm(path)));
    for (const { path, into } of older) await copyFile(path, into);
    return 'all files from an earlier day';
  }
  const changed = await asyncFilter(
    older,
    async ({ path, into }) => files.includes(into) && !(await readFile(path)).equals(await readFile(into)),
  );
  const back = changed[chance(changed.length)];
  if (way === 1 && back) {
    await copyFile(back.path, back.into);
    return `${back.into.split(/[/\\]/u).at(-1)} from an earlier day`;
  }
  return exchange(files, chance);
}

async function exchange(files: readonly string[], chance: Chance): Promise<string> {
  const one = chance(files.length);
  const paths = [files[one], files[(one + 1 + chance(files.length - 1)) % files.length]] as const;
  const [a, b] = await Promise.all(paths.map((path) => readFile(path ?? '')));
  await Promise.all([writeFile(paths[0] ?? '', b ?? ''), writeFile(paths[1] ?? '', a ?? '')]);
  return `${paths.map((path) => path?.split(/[/\\]/u).at(-1)).join(' and ')} exchanged`;
}

async function asyncFilter<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(items.map(test));
  return items.filter((_, index) => kept[index]);
}
