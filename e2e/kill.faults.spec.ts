import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { debouncedSaver, serveControl } from './controls/serve.ts';
import { startBrowser } from './killable-browser.ts';
import { Workbench } from './pages/workbench.ts';

const long = process.env.TEST_LENGTH === 'long';
const rounds = long ? 50 : 5;

/** Tags one more word, kills the browser the moment the state line says "Saved", starts it again; gives how many tags were lost. */
async function lostByKilling(address: string, times: number): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'attest-kill-'));
  let lost = 0;
  let kept = 0;
  for (let round = 1; round <= times + 1; round += 1) {
    const { page, kill } = await startBrowser(profile);
    const workbench = new Workbench(page);
    await page.goto(address);
    await workbench.article.waitFor();
    const found = Object.keys(await workbench.marked()).length;
    if (round > 1 && found !== kept + 1) lost += 1;
    kept = found;
    if (round <= times) {
      // Always from the same place: whether the cursor was remembered is not the question here.
      await workbench.clickOn('date');
      await workbench.press(...Array.from({ length: round + 1 }, () => 'ArrowRight'));
      await tagUntilSaved(workbench);
    }
    await kill();
  }
  await rm(profile, { recursive: true, force: true });
  return lost;
}

/** Resolves in the very turn in which the line goes back to "Saved". */
async function tagUntilSaved({ page, saveState }: Workbench): Promise<void> {
  // The watch must stand before the key is pressed: storing takes less time than asking the browser to watch.
  const watch = await saveState.evaluateHandle((line) => {
    const saved = new Promise<void>((resolve) => {
      let saving = false;
      new MutationObserver(() => {
        saving ||= line.textContent !== 'Saved';
        if (saving && line.textContent === 'Saved') resolve();
      }).observe(line, { characterData: true, childList: true, subtree: true });
    });
    return { saved };
  });
  await page.keyboard.press('s');
  await watch.evaluate(({ saved }) => saved);
}

test(`a browser killed right after "Saved" ${rounds} times has lost nothing`, async ({ baseURL }) => {
  expect(await lostByKilling(baseURL ?? '', rounds)).toBe(0);
});

test('the same test catches a save that is debounced by 300 ms', async () => {
  const { address, stop } = await serveControl(debouncedSaver);
  try {
    expect(await lostByKilling(address, 2)).toBeGreaterThan(0);
  } finally {
    await stop();
  }
});
