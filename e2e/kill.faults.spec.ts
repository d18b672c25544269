import { expect, test } from '@playwright/test';
import { count, seed } from '../src/testing/test-length.ts';
import { debouncedSaver, halfSaver, serveControl } from './controls/serve.ts';
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

const controls = [
  { name: 'a save that is debounced by 300 ms', control: debouncedSaver, shows: 'lost', count: 4, seed },
  // With this seed the third action, long before the first kill, links a claim, which changes two records.
  { name: 'a save in two halves', control: halfSaver, shows: 'halves', count: 1, seed: 1316 },
] as const;

for (const { name, control, shows, ...chosen } of controls) {
  test(`the same test catches ${name}`, async () => {
    const { address, stop } = await serveControl(control);
    try {
      expect((await tollOf({ address, ...chosen }))[shows]).toBeGreaterThan(0);
    } finally {
      await stop();
    }
  });
}
