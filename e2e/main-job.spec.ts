import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import { runReadmeScript } from './readme-script.ts';

const quote =
  '"The new street has been built thanks to the ardent desire of our motherland that wishes that... its excellent sons, who defended the most sacred things by sacrificing their most valuable things, will live forever,"';
const claim = 'The new street has been built thanks to the ardent desire of our motherland';
const parts = ['Ju Ae', 'has been "designated as a successor" to her father'] as const;

async function expectAllTagged(workbench: Workbench, selectQuote: () => Promise<void>): Promise<void> {
  await expect.poll(async () => Object.values(await workbench.marked()).sort()).toEqual([quote, 'Kim', claim, parts.join('')].sort());
  await expect(workbench.list).toHaveCount(4);
  await expect(workbench.saveState).toHaveText('Saved');
  await selectQuote();
  await expect(workbench.annotation.getByText('said by Kim')).toBeVisible();
}

/** Exports once the button was pressed and the name is asked; a script that is not ours checks every offset of the file. */
async function expectExportVerified({ page }: Workbench, press: () => Promise<void>): Promise<void> {
  await press();
  await expect(page.getByLabel('Your name, as colleagues will see it')).toBeFocused();
  await page.keyboard.type('Ana Bell');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const path = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(path);
  expect(runReadmeScript(path)).toContain('4 annotations');
}

/** Walks by Tab to the button of this name and presses it. */
async function pressByKeys({ page }: Workbench, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Shift+Tab');
    if ((await page.locator(':focus').textContent()) === name) return page.keyboard.press('Enter');
  }
  throw new Error(`${name} cannot be reached by Tab.`);
}

test('by mouse: a quote, its speaker, a claim inside it, a claim in two parts; all there after a reload', async ({ workbench }) => {
  const selectQuote = () => workbench.list.getByRole('button', { name: /^Quote, “"The new street/ }).click();
  await workbench.select(quote);
  await workbench.button('Quote q').click();
  await workbench.select('Kim', { after: 'will live forever,"' });
  await workbench.button('Source s').click();
  await workbench.clickOn('defended the most sacred things');
  await workbench.button(/^nobody yet/).click();
  await workbench.annotation.getByRole('option', { name: /^Kim/ }).click();
  await workbench.select(claim);
  await workbench.button('Claim c').click();
  await workbench.select(parts[0]);
  await workbench.select(parts[1], { further: true });
  await workbench.button('Claim c').click();
  await expectAllTagged(workbench, selectQuote);
  await workbench.reload();
  await expectAllTagged(workbench, selectQuote);
  await expectExportVerified(workbench, () => workbench.button('Export').click());
});

test('by keyboard alone: the same', async ({ workbench }) => {
  // The quote is the first tag of the text, where going back ends.
  const selectQuote = () => workbench.press('k', 'k', 'k', 'k');
  const times = (count: number, key: string) => Array.from({ length: count }, () => key);
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await workbench.press('ArrowRight', ...times(13, 'Shift+ArrowRight'), 'c');
  await workbench.press(...times(3, 'ArrowDown'), ...times(15, 'ArrowRight'), 'Shift+ArrowRight', 'c');
  await workbench.press('p', ...times(7, 'ArrowRight'), ...times(8, 'Shift+ArrowRight'), 'Enter');
  await expectAllTagged(workbench, selectQuote);
  await workbench.reload();
  await expectAllTagged(workbench, selectQuote);
  await expectExportVerified(workbench, () => pressByKeys(workbench, 'Export'));
});
