import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chanceFrom } from '../src/testing/chance.ts';
import { boastfulSaver, removedWhole, serveControl } from './controls/serve.ts';
import { expectNothingLost, type Outcome, workUntilFull } from './full-storage.ts';
import { session } from './worked-profile.ts';

const long = process.env.TEST_LENGTH === 'long';
const points = long ? 200 : 8;
// Bytes: what the first start and a little work take, and up to that much more.
const smallest = 2_500_000;
const range = 6_000_000;
const roomy = 200_000_000;

/** Lets the origin of the address keep so many bytes. Chromium heeds it only when told before the first use. */
async function allow(page: Page, address: string, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin, quotaSize });
}

async function underQuota(address: string, quota: number, seed: number, tooMany?: number): Promise<Outcome> {
  const profile = await realpath(await mkdtemp(join(tmpdir(), 'attest-quota-')));
  const limit = (page: Page) => allow(page, address, quota);
  const free = (page: Page) => allow(page, address, roomy);
  const storage = { address, profile, limit, free, ...(tooMany !== undefined && { tooMany }) };
  return workUntilFull(storage, seed).finally(() => rm(profile, { recursive: true, force: true }));
}

test(`when the browser allows no more (at ${points} points) nothing acknowledged is lost, and all is stored once it does`, async ({
  baseURL: address = '',
}) => {
  test.setTimeout(points * 60_000);
  const chance = chanceFrom(1);
  for (let seed = 1; seed <= points; seed += 1) {
    const quota = smallest + chance(range);
    expectNothingLost(await underQuota(address, quota, seed), `${quota} bytes, seed ${seed}`);
  }
});

// Of 300 kB each, in a project that has room for 2.5 MB.
const overTheBrim = 12;

// The story is the same on full disks.
test('the same test catches a build that says "Saved" when nothing was', async () => {
  const { address, stop } = await serveControl(boastfulSaver);
  try {
    await expect(underQuota(address, smallest, 1, overTheBrim)).rejects.toThrow('never said');
  } finally {
    await stop();
  }
});

/** The names of the files in which the tabs keep what they do. */
const journals = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    for await (const [folder, handle] of (await navigator.storage.getDirectory()).entries()) {
      if (!(handle instanceof FileSystemDirectoryHandle)) continue;
      for await (const name of handle.keys()) if (/^(?!base).*\.jsonl$/u.test(name)) names.push(`${folder}/${name}`);
    }
    return names;
  });

/** How many bytes the browser believes the page's files to take. */
const believed = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { usageDetails }: StorageEstimate & { usageDetails?: { fileSystem?: number } } = await navigator.storage.estimate();
    return usageDetails?.fileSystem ?? 0;
  });

/** How many bytes the browser believes the page's files to take, once a later start has taken the first one's away. */
async function spaceAfterStarts(address: string): Promise<number> {
  const profile = await realpath(await mkdtemp(join(tmpdir(), 'attest-starts-')));
  const written = await session(address, profile, async (workbench) => {
    // A build with the fault may be out of space at any moment: nothing here needs that all is saved.
    await workbench.press('n', 'q', 'ArrowRight', 's');
    await expect.poll(() => journals(workbench.page)).not.toEqual([]);
    return journals(workbench.page);
  });
  await session(address, profile, async ({ page }) => {
    const left = async () => (await journals(page)).filter((name) => written.includes(name));
    await expect.poll(left, { timeout: 30_000 }).toEqual([]);
  });
  const space = await session(address, profile, ({ page }) => believed(page));
  await rm(profile, { recursive: true, force: true });
  return space;
}

// Now and then the browser counts anew after it was killed, rightly, which hides the fault: in one of ten profiles.
const profiles = 3;

/** The most bytes that the browser believes, of some profiles. */
async function mostSpace(address: string): Promise<number> {
  const spaces: number[] = [];
  for (let profile = 1; profile <= profiles; profile += 1) spaces.push(await spaceAfterStarts(address));
  return Math.max(...spaces);
}

const manyTimesTheTruth = 100_000_000;

test('starts do not make the browser believe that its storage is full', async ({ baseURL: address = '' }) => {
  expect(await mostSpace(address)).toBeLessThan(manyTimesTheTruth);
});

test('the same test catches a build that removes files whole', async () => {
  const { address, stop } = await serveControl(removedWhole);
  try {
    expect(await mostSpace(address)).toBeGreaterThan(manyTimesTheTruth);
  } finally {
    await stop();
  }
});
