import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A number from 0 below `limit`. */
export type Chance = (limit: number) => number;

/** The same numbers for the same seed, in every run. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

type Damage = (path: string, bytes: Buffer, chance: Chance) => Promise<void>;

/** What disks and other programs do to a file. */
export const damages: Readonly<Record<string, Damage>> = {
  flip: (path, bytes, chance) => {
    const at = chance(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return writeFile(path, bytes);
  },
  cut: (path, bytes, chance) => writeFile(path, bytes.subarray(0, chance(bytes.length))),
  zero: (path, bytes, chance) => {
    const at = chance(bytes.length);
    return writeFile(path, bytes.fill(0, at, at + 512));
  },
  delete: (path) => rm(path),
  empty: (path) => writeFile(path, ''),
};

/** Damages one file of the profile's IndexedDB in the named way; gives the name of the file. */
export async function damageDatabase(profile: string, kind: string, chance: Chance): Promise<string> {
  const root = join(profile, 'Default', 'IndexedDB');
  const [folder = ''] = (await readdir(root)).filter((name) => name.endsWith('.leveldb'));
  const files = (await readdir(join(root, folder))).filter((name) => /\.(?:log|ldb)$|^MANIFEST|^CURRENT/u.test(name)).sort();
  const name = files[chance(files.length)] ?? '';
  const path = join(root, folder, name);
  await damages[kind]?.(path, await readFile(path), chance);
  return name;
}
