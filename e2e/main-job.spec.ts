import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const quote =
  '"The new street has been built thanks to the ardent desire of our motherland that wishes that... its excellent sons, who defended the most sacred things by sacrificing their most valuable things, will live forever,"';
const claim = 'The new street has been built thanks to the ardent desire of our motherland';
const parts = ['Ju Ae', 'has been "designated as a successor" to her father'] as const;

async function expectAllTagged(workbench: Workbench): Promise<void> {
  await expect.poll(async () => Object.values(await workbench.marked()).sort()).toEqual([quote, 'Kim', claim, parts.join('')].sort());
  await expect(workbench.list).toHaveCount(4);
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.list.getByRole('button', { name: /^Quote, “"The new street/ }).click();
  await expect(workbench.annotation.getByText('said by Kim')).toBeVisible();
}

test('by mouse: a quote, its speaker, a claim inside it, a claim in two parts; all there after a reload', async ({ workbench }) => {
  await workbench.select(quote);
  await workbench.button('Quote q').click();
  await workbench.select('Kim', { after: 'will live forever,"' });
  await workbench.button('Source s').click();
  await workbench.clickOn('defended the most sacred things');
  await workbench.button(/^nobody yet/).click();
  await workbench.annotation.getByRole('button', { name: /^Kim/ }).click();
  await workbench.select(claim);
  await workbench.button('Claim c').click();
  await workbench.select(parts[0]);
  await workbench.select(parts[1], { further: true });
  await workbench.button('Claim c').click();
  await expectAllTagged(workbench);
  await workbench.reload();
  await expectAllTagged(workbench);
});

test('by keyboard alone: the same', async ({ workbench }) => {
  const times = (count: number, key: string) => Array.from({ length: count }, () => key);
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await workbench.press('ArrowRight', ...times(13, 'Shift+ArrowRight'), 'c');
  await workbench.press(...times(3, 'ArrowDown'), ...times(15, 'ArrowRight'), 'Shift+ArrowRight', 'c');
  await workbench.press('p', ...times(7, 'ArrowRight'), ...times(8, 'Shift+ArrowRight'), 'Enter');
  await expectAllTagged(workbench);
  await workbench.reload();
  await expectAllTagged(workbench);
});
