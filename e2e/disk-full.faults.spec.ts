import { expect, test } from '@playwright/test';
import { chanceFrom } from '../src/testing/chance.ts';
import { serveControl, singleTry } from './controls/serve.ts';
import { expectNothingLost, type Outcome, workUntilFull } from './full-storage.ts';
import { SmallDisk } from './small-disk.ts';

const long = process.env.TEST_LENGTH === 'long';
const sizes = long ? 40 : 2;
// Kilobytes: what the browser itself needs for a start and a little work, and up to that much more.
const smallest = 11_000;
const range = long ? 20_000 : 3_000;

/** Works on a disk with this many kilobytes free until it is full. */
async function onFullDisk(address: string, room: number, seed: number): Promise<Outcome> {
  const disk = await SmallDisk.mount(room);
  try {
    return await workUntilFull({ address, profile: disk.profile, fill: () => disk.fill(), free: () => disk.makeRoom() }, seed);
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
    const room = smallest + chance(range);
    expectNothingLost(await onFullDisk(address, room, seed), `${room} kB free, seed ${seed}`);
  }
});

test('the same test catches a build that tries to save only once', async () => {
  const { address, stop } = await serveControl(singleTry);
  try {
    await expect(onFullDisk(address, smallest, 1)).rejects.toThrow('toHaveText');
  } finally {
    await stop();
  }
});
