import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chanceFrom } from '../src/testing/chance.ts';
import { boastfulSaver, removedWhole, serveControl } from './controls/serve.ts';
import { expectNothingLost, type Outcome, workUntilFull } from './full-storage.ts';
import { begin, session } from './worked-profile.ts';

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

/** How many bytes the browser believes the page's files to take after some starts on one profile. */
async function spaceAfterStarts(address: string): Promise<number> {
  const profile = await realpath(await mkdtemp(join(tmpdir(), 'attest-starts-')));
  await session(address, profile, begin);
  await session(address, profile, () => Promise.resolve());
  const space = await session(address, profile, ({ page }) =>
    page.evaluate(async () => {
      const { usageDetails }: StorageEstimate & { usageDetails?: { fileSystem?: number } } = await navigator.storage.estimate();
      return usageDetails?.fileSystem ?? 0;
    }),
  );
  await rm(profile, { recursive: true, force: true });
  return space;
}

const manyTimesTheTruth = 100_000_000;

test('starts do not make the browser believe that its storage is full', async ({ baseURL: address = '' }) => {
  expect(await spaceAfterStarts(address)).toBeLessThan(manyTimesTheTruth);
});

test('the same test catches a build that removes files whole', async () => {
  const { address, stop } = await serveControl(removedWhole);
  try {
    expect(await spaceAfterStarts(address)).toBeGreaterThan(manyTimesTheTruth);
  } finally {
    await stop();
  }
});
