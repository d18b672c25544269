import { expect, test } from '@playwright/test';
import { count, seed } from '../src/testing/test-length.ts';
import { debouncedSaver, serveControl } from './controls/serve.ts';
import { tollOf } from './work/accidents.ts';

// A trace of every page would take longer than the work itself.
test.use({ trace: 'off' });

const kills = count(20, 1_000);

test(`a browser killed ${kills} times at work has lost nothing that was acknowledged`, async ({ baseURL }) => {
  test.setTimeout(kills * 10_000);
  const toll = await tollOf({ address: baseURL ?? '', count: kills, seed });
  console.log(`${kills} kills, ${toll.acknowledged} acknowledged actions, ${toll.lost} lost`);
  expect(toll).toMatchObject({ lost: 0, halves: 0, failedOpens: 0, restored: 0, stories: [] });
});

test('the same test catches a save that is debounced by 300 ms', async () => {
  const { address, stop } = await serveControl(debouncedSaver);
  try {
    expect((await tollOf({ address, count: 3, seed })).lost).toBeGreaterThan(0);
  } finally {
    await stop();
  }
});
