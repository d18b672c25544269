import { setTimeout as after } from 'node:timers/promises';
import { type Chance, chanceFrom } from '../../src/testing/chance.ts';
import { type KillableBrowser, startBrowser } from '../killable-browser.ts';
import { Workbench } from '../pages/workbench.ts';
import { described } from './contents.ts';
import { Desk } from './desk.ts';
import { drawStep, drawUndo } from './steps.ts';
import { storedContents } from './stored.ts';

/** How often a browser dies at work, and what happens to the profile before it is started again. */
export interface Accidents {
  readonly address: string;
  readonly count: number;
  readonly seed: number;
  /** Variables for the browser on this profile. */
  variables?(profile: string): Readonly<Record<string, string>>;
  aftermath?(profile: string, chance: Chance): Promise<void>;
}

/** What the accidents did, in actions: `acknowledged` and, of these, `lost`. `halves` and `failedOpens` count starts, `stories` tells them. */
export interface Toll {
  acknowledged: number;
  lost: number;
  halves: number;
  failedOpens: number;
  /** Starts that said the database was damaged and was filled from the second copy. */
  restored: number;
  readonly stories: string[];
}

// In actions, not in milliseconds: a busy machine must not get less to lose.
const longestWork = 9;
// Milliseconds.
const longestStart = 700;
const patience = 30_000;

/** Works, kills, compares and works on, so many times. */
export async function tollOf(accidents: Accidents): Promise<Toll> {
  const toll: Toll = { acknowledged: 0, lost: 0, halves: 0, failedOpens: 0, restored: 0, stories: [] };
  const chance = chanceFrom(accidents.seed);
  let desk = await Desk.set();
  for (let round = 0; round <= accidents.count; round += 1) {
    const browser = await startBrowser(desk.profile, accidents.variables?.(desk.profile));
    const last = round === accidents.count;
    // Some die before there is anything to work on.
    if (!last && chance(8) === 0) await dieAtStart(browser, accidents.address, chance);
    else {
      const whole = await looksAsLeft(desk, browser, accidents.address, toll, `accident ${round}`);
      if (!whole) {
        await browser.kill();
        await desk.clear();
        desk = await Desk.set();
        continue;
      }
      if (last) await browser.kill();
      else toll.acknowledged += await workUntilDeath(desk, browser, chance);
    }
    await accidents.aftermath?.(desk.profile, chance);
  }
  await desk.clear();
  return toll;
}

async function dieAtStart({ page, kill }: KillableBrowser, address: string, chance: Chance): Promise<void> {
  const opening = page.goto(address).catch(() => undefined);
  await after(chance(longestStart));
  await kill();
  await opening;
}

/** Opens Attest and compares; `false` where something is lost, half there, or cannot be opened. */
async function looksAsLeft(desk: Desk, { page }: KillableBrowser, address: string, toll: Toll, when: string): Promise<boolean> {
  const workbench = new Workbench(page);
  await desk.listen(page);
  try {
    await page.goto(address);
    await workbench.article.waitFor({ timeout: patience });
    await workbench.ready();
  } catch {
    toll.failedOpens += 1;
    toll.stories.push(`${when}: no article, but ${await page.locator('body').innerText()}`);
    return false;
  }
  if (await page.getByText('restored from the second copy').isVisible()) toll.restored += 1;
  const { contents, actions, faults } = await storedContents(page);
  const shown = Object.values(await workbench.marked()).sort();
  if (shown.join() !== [...contents.keys()].sort().join()) toll.stories.push(`${when}: shows ${shown.join()}`);
  const lost = desk.compare(described(contents), actions);
  if (lost === null || faults.length > 0) toll.halves += 1;
  toll.lost += lost ?? 0;
  if (lost === 0 && faults.length === 0) return true;
  toll.stories.push([when, `lost ${lost}`, ...faults, 'acknowledged:', desk.acknowledged.at(-1), 'found:', described(contents)].join('\n'));
  return false;
}

/** Does some actions, then goes on until a timer kills within the time of about two; gives how many were acknowledged. */
async function workUntilDeath(desk: Desk, { page, kill }: KillableBrowser, chance: Chance): Promise<number> {
  const before = desk.acknowledged.length;
  // What was done before the accident must still be undone after it.
  let next = chance(4) === 0 ? drawUndo(desk.work, chance) : null;
  let time = longestStart;
  for (let left = chance(longestWork); left > 0; left -= 1) {
    const began = performance.now();
    await desk.take(next ?? drawStep(desk.work, chance), page);
    next = null;
    time = performance.now() - began;
  }
  let dead = false;
  const death = after(chance(2 * time)).then(() => {
    dead = true;
    return kill();
  });
  try {
    while (!dead) await desk.take(drawStep(desk.work, chance), page);
  } catch (error) {
    if (!dead) throw error;
  }
  await death;
  return desk.acknowledged.length - before;
}
