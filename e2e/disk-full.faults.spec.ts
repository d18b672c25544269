import { test } from '@playwright/test';
import { chanceFrom } from './damage.ts';
import { expectNothingLost, type Outcome, workUntilFull } from './full-storage.ts';
import { SmallDisk } from './small-disk.ts';

const long = process.env.TEST_LENGTH === 'long';
const sizes = long ? 40 : 4;
// Megabytes: what the browser itself needs for a start, and up to that much more.
const smallest = 24;
const range = 24;
const roomy = 400;

/** Works on a disk of this many megabytes until Attest's own data fill it. */
async function onFullDisk(address: string, megabytes: number, seed: number): Promise<Outcome> {
  const disk = await SmallDisk.mount(megabytes);
  try {
    return await workUntilFull({ address, profile: disk.folder, free: async () => disk.grow(roomy) }, seed);
  } finally {
    await disk.unmount();
  }
}

test(`on a full disk (${sizes} sizes) nothing acknowledged is lost, and all is stored once there is room`, async ({
  baseURL: address = '',
}) => {
  test.setTimeout(sizes * 90_000);
  const chance = chanceFrom(1);
  for (let seed = 1; seed <= sizes; seed += 1) {
    const megabytes = smallest + chance(range);
    expectNothingLost(await onFullDisk(address, megabytes, seed), `${megabytes} MB, seed ${seed}`);
  }
});
