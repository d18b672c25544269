import { expect, type Page, test } from '@playwright/test';
import { type Chance, chanceFrom } from '../src/testing/chance.ts';
import { contentsOf, packageBy } from './contents.ts';
import { startBrowser } from './killable-browser.ts';
import { Workbench } from './pages/workbench.ts';
import { begin, session, tag } from './worked-profile.ts';

/** Storage that runs full under a running page. */
export interface FullStorage {
  readonly address: string;
  readonly profile: string;
  /** How many articles are more than it takes; else more than any storage here takes. */
  readonly tooMany?: number;
  /** Runs before the page is opened. */
  limit?(page: Page): Promise<void>;
  /** Runs when something was refused, where room may come back by itself: from now on none is left. */
  fill?(): void;
  /** Gives plenty of room again. */
  free(page: Page): Promise<void>;
}

/** What became of work on storage that ran full; numbers of tags, times in milliseconds. */
export interface Outcome {
  /** Said to be saved. */
  readonly acknowledged: number;
  /** Made in all, also while the storage was full, and shown. */
  readonly made: number;
  /** In the rescue copy. */
  readonly rescued: number;
  /** From "Saving" to "Not saved"; `null` when that was never said. */
  readonly toldAfter: number | null;
  /** From the moment of freeing to "Saved". */
  readonly savedAfter: number;
  /** There after a kill and another start. */
  readonly stored: number;
}

// Twice what is promised, so that a slow machine gives a number and not a mere failure.
const patience = 20_000;
const afterwards = 3;

/** Works until the storage is full, goes on, takes a rescue copy, frees the storage, kills the browser and starts again. */
export async function workUntilFull(storage: FullStorage, seed: number): Promise<Outcome> {
  const { page, kill } = await startBrowser(storage.profile);
  const before = await workInFull(page, storage, chanceFrom(seed)).finally(kill);
  const stored = await session(storage.address, storage.profile, contentsOf);
  return { ...before, stored: stored.annotations.length };
}

async function workInFull(page: Page, storage: FullStorage, chance: Chance): Promise<Omit<Outcome, 'stored'>> {
  const workbench = new Workbench(page);
  await storage.limit?.(page);
  await page.goto(storage.address);
  await workbench.ready();
  await begin(workbench);
  await expect(workbench.saveState).toHaveText('Saved');
  const watch = await watchLine(workbench);
  await workbench.press('k');
  const begun = await workbench.list.count();
  const { saved, refused } = await runFull(workbench, chance, storage.tooMany);
  const before = await workbench.list.count();
  storage.fill?.();
  await tagOn(workbench);
  const more = (await workbench.list.count()) - before;
  const { annotations: rescued = [] } = await packageBy(workbench, 'Export a rescue copy');
  const toldAfter = await watch.evaluate(({ told }) => told);
  const freed = Date.now();
  await storage.free(page);
  await expect(workbench.saveState).toHaveText('Saved', { timeout: patience });
  const savedAfter = Date.now() - freed;
  const acknowledged = begun + saved;
  return { acknowledged, made: acknowledged + refused + more, rescued: rescued.length, toldAfter, savedAfter };
}

/** Tags until nothing is saved any more: into a storage without room a last word may still fit. */
async function tagOn(workbench: Workbench): Promise<void> {
  do await tag(workbench, afterwards);
  while (await isSaved(workbench));
}

/** From now on: how many milliseconds lay between the last "Saving" and the first "Not saved" behind it; `null` where that was not said. */
const watchLine = ({ saveState }: Workbench) =>
  saveState.evaluateHandle((line) => {
    const watch: { told: number | null } = { told: null };
    let began: number | null = null;
    new MutationObserver(() => {
      const words = line.textContent ?? '';
      if (words === 'Saved') began = watch.told = null;
      else if (words.startsWith('Saving')) began ??= performance.now();
      else watch.told ??= performance.now() - (began ?? performance.now());
    }).observe(line, { characterData: true, childList: true, subtree: true });
    return watch;
  });

// Large enough to end soon, small enough to end at many different places.
const articleSize = 300_000;

const tooManyAnywhere = 60;

/** Adds articles and tags each until the line says "Not saved"; gives how many of these tags were said to be saved and how many not. */
async function runFull(
  workbench: Workbench,
  chance: Chance,
  tooMany = tooManyAnywhere,
): Promise<{ readonly saved: number; readonly refused: number }> {
  for (let saved = 0; saved < tooMany; saved += 1) {
    await workbench.add(`${saved}.txt`, noise(chance));
    if (!(await isSaved(workbench))) return { saved, refused: 0 };
    await tag(workbench, 1);
    await expect(workbench.list).toHaveCount(1);
    if (!(await isSaved(workbench))) return { saved, refused: 1 };
  }
  throw new Error('"Not saved" was never said.');
}

/** Waits until nothing is being saved; false when that was refused. An answer that takes its time is no refusal. */
async function isSaved({ saveState }: Workbench): Promise<boolean> {
  await expect(saveState).toHaveText(/^(?:Not saved (?!.*does not answer)|Saved)/u, { timeout: patience });
  return (await saveState.textContent()) === 'Saved';
}

/** An article whose words nothing can compress. */
function noise(chance: Chance): string {
  const word = () => chance(2 ** 32).toString(36);
  const sentence = () => `${Array.from({ length: 20 }, word).join(' ')}.`;
  let text = `${word()}\n`;
  while (text.length < articleSize) text += `\n${sentence()}\n`;
  return text;
}

/** Fails unless nothing acknowledged was lost and everything else went as promised; `which` names the case. */
export function expectNothingLost({ acknowledged, made, rescued, toldAfter, savedAfter, stored }: Outcome, which: string): void {
  const figures = `${which}: ${acknowledged} acknowledged, ${made} made, told after ${toldAfter?.toFixed(0)} ms, saved after ${savedAfter} ms`;
  test.info().annotations.push({ type: 'figures', description: figures });
  expect.soft(made, figures).toBeGreaterThanOrEqual(acknowledged + afterwards);
  expect.soft({ rescued, stored }, figures).toEqual({ rescued: made, stored: made });
  expect.soft(toldAfter ?? Number.POSITIVE_INFINITY, figures).toBeLessThan(1_000);
  expect.soft(savedAfter, figures).toBeLessThan(10_000);
}
