import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { serveControl, twoStepMigration } from './controls/serve.ts';
import { startBrowser } from './killable-browser.ts';
import { copyIn, type Held, heldIn, profileOfFirstLayout, withCopy } from './migration.ts';
import { Workbench } from './pages/workbench.ts';

const long = process.env.TEST_LENGTH === 'long';
// 100,000 tags with as many links, which take longer than a second to bring to the next layout; a tenth of them in the short form.
const pages = long ? 1_000 : 100;
const step = 50;
const migrating = 'Bringing the project to the newest form…';

/** Starts Attest on the profile; gives the milliseconds from the word that it migrates to the article. */
async function migrate(profile: string, address: string): Promise<{ took: number; copy: string | null }> {
  const { page, close } = await startBrowser(profile);
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByText(migrating).waitFor();
  const began = Date.now();
  await new Workbench(page).article.waitFor({ timeout: 120_000 });
  const took = Date.now() - began;
  const copy = await copyIn(page);
  await close();
  return { took, copy };
}

/** Starts Attest on a copy of the profile and kills the browser so many milliseconds after the word that it migrates; gives what is there then. */
function killedAfter(profile: string, address: string, delay: number): Promise<Held> {
  return withCopy(profile, async (copy) => {
    const { page, kill } = await startBrowser(copy);
    await page.goto(address, { waitUntil: 'commit' });
    await page.getByText(migrating).waitFor();
    await page.waitForTimeout(delay);
    await kill();
    return heldIn(copy, address);
  });
}

let profile = '';

test.afterAll(() => rm(profile, { recursive: true, force: true }));

test('a migration killed at any moment leaves the old layout or the new one, and loses nothing', async ({ baseURL }) => {
  test.setTimeout(long ? 7_200_000 : 600_000);
  const address = baseURL ?? '';
  profile = await profileOfFirstLayout(address, pages);
  const before = await heldIn(profile, address);
  expect(before.layout).toBe('old');
  const { took, copy } = await withCopy(profile, (whole) => migrate(whole, address));
  expect(took).toBeGreaterThan(long ? 1_000 : 100);
  expect(copy).toBe(before.contents);
  const found: Held[] = [];
  for (let delay = long ? step : Math.ceil(took / 6); found.at(-1)?.layout !== 'new'; delay += long ? step : Math.ceil(took / 6)) {
    found.push(await killedAfter(profile, address, delay));
  }
  console.log(`migration of ${took} ms killed ${found.length} times: ${found.map(({ layout }) => layout).join(' ')}`);
  expect(found.filter(({ layout, contents }) => layout === 'between' || contents !== before.contents)).toEqual([]);
});

test('the same test catches a migration in two transactions', async () => {
  const { address, stop } = await serveControl(twoStepMigration);
  const own = await profileOfFirstLayout(address, pages);
  const { took } = await withCopy(own, (whole) => migrate(whole, address));
  const found: string[] = [];
  for (let at = 1; at <= 10 && !found.includes('between'); at += 1) {
    found.push((await killedAfter(own, address, Math.ceil((took * (10 - at)) / 10))).layout);
  }
  expect(found).toContain('between');
  await rm(own, { recursive: true, force: true });
  await stop();
});
