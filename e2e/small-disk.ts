import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Kilobytes. Chromium may give up an origin's data on a full disk where they are more than a twentieth of it, so the disk has to be
// much larger than what is left of it.
const size = 1_000_000;

// Milliseconds between two looks for room.
const pause = 20;

/** A disk in memory on which other programs have left only so much room. */
export class SmallDisk {
  readonly #folder: string;
  #filling: ReturnType<typeof setInterval> | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Mounts one on a new folder, with so many kilobytes free. Throws without the right to. */
  static async mount(room: number): Promise<SmallDisk> {
    const disk = new SmallDisk(await mkdtemp(join(tmpdir(), 'attest-disk-')));
    run('mount', '-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', disk.#folder);
    run('fallocate', '-l', `${size - room}KiB`, disk.#others);
    return disk;
  }

  /** A folder on it for a browser. */
  get profile(): string {
    return join(this.#folder, 'profile');
  }

  /** Where the other programs' data lie. */
  get #others(): string {
    return join(this.#folder, 'others');
  }

  /** From now on other programs take whatever is free, until room is made. */
  fill(): void {
    this.#filling = setInterval(() => appendAll(this.#others), pause);
  }

  /** The other programs stop, and their data are removed. */
  makeRoom(): Promise<void> {
    clearInterval(this.#filling);
    return rm(this.#others);
  }

  /** Takes disk and folder away, also while a killed browser is still letting go of it. */
  async unmount(): Promise<void> {
    clearInterval(this.#filling);
    run('umount', '-l', this.#folder);
    await rm(this.#folder, { recursive: true });
  }
}

/** Lengthens the file until the disk is full. */
function appendAll(path: string): void {
  const file = openSync(path, 'a');
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

const block = Buffer.alloc(65_536);

function run(program: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`);
}
