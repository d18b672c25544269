import { type BrowserContext, expect, test } from '@playwright/test';
import { type Chance, chanceFrom } from '../src/testing/chance.ts';
import { type Build, makeBuild } from './builds.ts';
import { type Control, eagerWorker, forgetfulWorker, looseBuild, reloadingPage } from './controls/serve.ts';
import { type StaticHost, startHost } from './static-host.ts';
import { SwappedTab } from './swapped-tab.ts';

const swaps = process.env.TEST_LENGTH === 'long' ? 100 : 8;
const seed = 4303;

type Three = readonly [Build, Build, Build];

/** Three versions of which the host has one at a time; no two have a file name in common. */
async function threeVersions(name: string, ...controls: readonly Control[]): Promise<Three> {
  const make = (letter: string) => makeBuild(name + letter, ...controls);
  return [await make('a'), await make('b'), await make('c')];
}

/** Two tabs on a host that replaces its version, each with a note that is being written; and what must stay at nothing. */
class Game {
  readonly harm = { lost: 0, missing: [] as string[] };
  readonly host: StaticHost;
  readonly tabs: readonly [SwappedTab, SwappedTab];
  readonly #builds: Map<SwappedTab, Build>;

  private constructor(host: StaticHost, tabs: readonly [SwappedTab, SwappedTab], build: Build) {
    this.host = host;
    this.tabs = tabs;
    this.#builds = new Map(tabs.map((tab) => [tab, build]));
  }

  static async start(context: BrowserContext, build: Build): Promise<Game> {
    const host = await startHost(build.folder, '/team/attest/');
    const first = await SwappedTab.open(context, host.address, 1);
    await first.workbench.page.getByText('Ready offline').waitFor();
    return new Game(host, [first, await SwappedTab.open(context, host.address, 2)], build);
  }

  isOn(tab: SwappedTab, build: Build): boolean {
    return this.#builds.get(tab) === build;
  }

  /** The host has another version from now on; a tab learns of it while everybody types. */
  async publish(build: Build): Promise<void> {
    this.host.serve(build.folder);
    for (const tab of this.tabs) await tab.startAnew('before, ');
    const looked = this.tabs[0].look();
    for (const tab of this.tabs) await tab.type('meanwhile, ');
    await looked;
  }

  /** The tab takes the newer version right behind a key that was pressed. */
  async agree(tab: SwappedTab, build: Build): Promise<void> {
    await tab.type('last.');
    await this.count(tab);
    await tab.agree();
    this.#builds.set(tab, build);
    await this.count(tab);
  }

  /** Counts what is not there in this tab. */
  async count(tab: SwappedTab): Promise<void> {
    this.harm.lost += await tab.lost();
    this.harm.missing.push(...(await tab.missing(this.#builds.get(tab)?.files ?? [])));
  }

  /** All that has gone wrong so far. */
  total() {
    const [{ reloads, problems }, other] = this.tabs;
    return { ...this.harm, reloads: reloads + other.reloads, problems: [...problems, ...other.problems] };
  }
}

/** One swap: one tab agrees, the other goes on as it was, and agrees too or stays behind until after the next swap. */
async function swap(game: Game, from: Build, to: Build, chance: Chance): Promise<void> {
  const [one, two] = game.tabs;
  const [first, second] = chance(2) === 0 ? [one, two] : [two, one];
  const behind = !game.isOn(one, from) || !game.isOn(two, from);
  await game.publish(to);
  await expect(second.newer).toBeVisible();
  await game.agree(first, to);
  await second.type('still here, ');
  await game.count(second);
  if (behind || chance(3) > 0) await game.agree(second, to);
}

test.describe('versions change under two open notes', () => {
  test.describe.configure({ timeout: 60_000 + swaps * 15_000 });
  let builds: Three;
  test.beforeAll(async () => {
    builds = await threeVersions('swap');
  });

  test(`${swaps} times: nothing reloads, gets lost or is missing`, async ({ context }) => {
    const game = await Game.start(context, builds[0]);
    const chance = chanceFrom(seed);
    let from = builds[0];
    for (let round = 1; round <= swaps; round += 1) {
      const to = builds[round % 3] ?? from;
      await swap(game, from, to, chance);
      from = to;
    }
    expect(game.total()).toEqual({ reloads: 0, lost: 0, missing: [], problems: [] });
    await game.host.cut();
  });

  test('the tab that stays imports and exports with its own version, and without a host', async ({ context }) => {
    const game = await Game.start(context, builds[0]);
    const [first, second] = game.tabs;
    await game.publish(builds[1]);
    await game.agree(first, builds[1]);
    await game.host.cut();
    const { page } = second.workbench;
    await second.workbench.button('Export').click();
    await page.getByLabel('Your name, as colleagues will see it').fill('Ana Bell');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    await second.workbench.importInput.setInputFiles(await download.path());
    await expect(page.getByText('Everything in this file is here already.')).toBeVisible();
    await second.agree();
    expect(await second.build()).toBe(await first.build());
  });
});

test.describe('the same test catches', () => {
  test.describe.configure({ timeout: 120_000 });

  test('a worker that does not wait, under a page that reloads when it takes over', async ({ context }) => {
    const from = await makeBuild('eagera', eagerWorker, reloadingPage);
    const to = await makeBuild('eagerb', eagerWorker, reloadingPage);
    const game = await Game.start(context, from);
    game.host.serve(to.folder);
    await game.tabs[1].type('unsaved');
    await game.tabs[0].look();
    await expect.poll(() => game.total().reloads).toBeGreaterThan(0);
    await game.host.cut();
  });

  test('a worker that deletes the older files when it takes over', async ({ context }) => {
    const from = await makeBuild('forgetfula', forgetfulWorker);
    const to = await makeBuild('forgetfulb', forgetfulWorker);
    const game = await Game.start(context, from);
    await game.publish(to);
    await game.agree(game.tabs[0], to);
    await game.count(game.tabs[1]);
    expect(game.harm.missing.length).toBeGreaterThan(0);
    await game.host.cut();
  });

  test('a page that does not hold its build, once it is two versions behind', async ({ context }) => {
    const [from, ...later] = await threeVersions('loose', looseBuild);
    const game = await Game.start(context, from);
    for (const build of later) {
      await game.publish(build);
      await game.agree(game.tabs[0], build);
    }
    await game.count(game.tabs[1]);
    expect(game.harm.missing.length).toBeGreaterThan(0);
    await game.host.cut();
  });
});
