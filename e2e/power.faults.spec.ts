import { expect, test } from '@playwright/test';
import { count, seed } from '../src/testing/test-length.ts';
import { noJournal, relaxed, serveControl } from './controls/serve.ts';
import { compileLibrary, cutPower, watched } from './power/cut.ts';
import { tollOf } from './work/accidents.ts';

test.use({ trace: 'off' });
test.beforeAll(compileLibrary);

const cuts = count(12, 500);
const power = { variables: watched, aftermath: cutPower };

test(`after ${cuts} power cuts at work nothing is lost that was acknowledged`, async ({ baseURL }) => {
  test.setTimeout(cuts * 20_000);
  const toll = await tollOf({ ...power, address: baseURL ?? '', count: cuts, seed });
  console.log(`${cuts} power cuts, ${toll.acknowledged} acknowledged actions, ${toll.lost} lost`);
  expect(toll).toMatchObject({ lost: 0, halves: 0, failedOpens: 0, stories: [] });
});

test('the same test catches relaxed durability without a second copy', async () => {
  const { address, stop } = await serveControl(relaxed, noJournal);
  const times = count(4, 30);
  try {
    const toll = await tollOf({ ...power, address, count: times, seed });
    console.log(`Control: ${times} power cuts, ${toll.acknowledged} acknowledged actions, ${toll.lost} lost`);
    expect(toll.lost).toBeGreaterThan(toll.acknowledged / 2);
  } finally {
    await stop();
  }
});
