import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noJournal, serveControl } from './controls/serve.ts';
import { chanceFrom, damageDatabase, damages } from './damage.ts';
import { startBrowser } from './killable-browser.ts';
import { Workbench } from './pages/workbench.ts';

const rounds = process.env.TEST_LENGTH === 'long' ? 200 : 3;
const tagged = 3;

/** Tags, closes, damages the closed database, opens again; gives how many tags are there and which file was hurt. */
async function tagsAfter(address: string, kind: string, seed: number): Promise<{ file: string; found: number }> {
  const profile = await mkdtemp(join(tmpdir(), 'attest-damage-'));
  const first = await startBrowser(profile);
  const workbench = new Workbench(first.page);
  await first.page.goto(address);
  await workbench.ready();
  for (let count = 0; count < tagged; count += 1) await workbench.press('n', 'q');
  await expect(workbench.list).toHaveCount(tagged);
  await expect(workbench.saveState).toHaveText('Saved');
  await first.kill();
  const file = await damageDatabase(profile, kind, chanceFrom(seed));
  const second = await startBrowser(profile);
  const again = new Workbench(second.page);
  await second.page.goto(address);
  await again.article.waitFor({ timeout: 15_000 }).catch(() => undefined);
  const found = Object.keys(await again.marked()).length;
  await second.kill();
  await rm(profile, { recursive: true, force: true });
  return { file, found };
}

for (const kind of Object.keys(damages)) {
  test(`a database damaged while closed (${kind}, ${rounds} times) comes back whole`, async ({ baseURL }) => {
    const results: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { file, found } = await tagsAfter(baseURL ?? '', kind, round);
      if (found !== tagged) results.push(`${file}, seed ${round}: ${found} of ${tagged}`);
    }
    expect(results).toEqual([]);
  });
}

test('the same test catches a build without the second copy', async () => {
  const { address, stop } = await serveControl(noJournal);
  try {
    expect((await tagsAfter(address, 'empty', 1)).found).toBeLessThan(tagged);
  } finally {
    await stop();
  }
});
