import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

test('a key is changed, warned of, swapped, remembered and reset', async ({ workbench }) => {
  const { page } = workbench;
  const row = (name: string) => workbench.button(new RegExp(`^${name}`));
  await workbench.press('?');
  await row('Tag as quote: q').click();
  await workbench.press('Control+f');
  await expect(page.getByRole('alert')).toHaveText('Ctrl+F belongs to the browser. Press another one.');
  await workbench.press('n');
  await expect(page.getByRole('alert')).toHaveText('n is “Next quotation”.');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await workbench.button('Swap').click();
  await expect(row('Tag as quote: n')).toBeFocused();
  await expect(row('Next quotation: q')).toBeVisible();
  await row('Tags here: no key').click();
  await workbench.press('x');
  await expect(row('Tags here: x')).toBeFocused();

  await workbench.reload();
  await workbench.press('q', 'n');
  await expect(workbench.list).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).not.toContainText('n next quotation');
  await workbench.press('?', '/');
  await page.keyboard.type('quot');
  await expect(page.getByRole('list', { name: 'Tag', exact: true }).getByRole('listitem')).toHaveCount(1);
  await workbench.button('Reset the key of “Tag as quote”').click();
  await expect(row('Tag as quote: q')).toBeVisible();
  await page.getByLabel('Find a key').fill('');
  await workbench.button('Reset all keys').click();
  await expect(row('Next quotation: n')).toBeVisible();
  await expect(row('Tags here: no key')).toBeVisible();
});

test('with single keys off only arrows, Enter, Escape and Ctrl act, and the rest is in the list of commands', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('?');
  await page.getByRole('switch', { name: 'Single keys' }).click();
  await workbench.press('Escape');
  await expect(page.getByRole('region', { name: 'Keys' })).toHaveCount(0);
  await workbench.press('n', 'q', 'c', 'ArrowDown', 's', 'Delete');
  await expect(workbench.list).toHaveCount(0);
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('Sentence 1, 2 words. date');
  await workbench.press('Control+k');
  await page.keyboard.type('tag as claim');
  await workbench.press('Enter');
  await expect(workbench.list).toHaveCount(1);
  await workbench.press('Control+z');
  await expect(workbench.list).toHaveCount(0);
  await workbench.press('Control+k');
  await page.keyboard.type('single keys');
  await workbench.press('Enter', 'n', 'q');
  await expect(workbench.list).toHaveCount(1);
});

test('t asks for one value after the other, u finds what is unsure, / filters, y copies', async ({ workbench, context }) => {
  const { page } = workbench;
  const status = page.getByRole('status', { name: 'Status' });
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  // A slow disk has a word of its own to say there.
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.press('t');
  await expect(status).toContainText('1 ');
  await workbench.press('1');
  await expect(status).toContainText(': ');
  await workbench.press('j', 'f');
  await expect(status).toContainText('Flagged unsure');
  await workbench.press('Escape', 'u', 'u');
  await expect(workbench.annotation.getByRole('checkbox', { name: 'Unsure' })).toBeVisible();

  await workbench.press('/');
  await page.keyboard.type('kim');
  await expect(workbench.list).toHaveCount(1);
  await page.getByLabel('Find in the list').fill('');
  await workbench.press('Escape');
  await expect(page.getByRole('application')).toBeFocused();

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.list.getByRole('button', { name: /^Quote/ }).click();
  await workbench.press('y');
  await expect(status).toContainText('Copied: “The new street');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^“The new street .+ will live forever”, said by Kim \(AFP, The Moscow Times, 16 Feb 2026, par\. 2\)$/);
});

test('after scrolling the next sentence is the first in view', async ({ workbench }) => {
  await workbench.page.getByRole('link', { name: /^The Long Account/ }).click();
  await expect(workbench.article).toHaveAccessibleName(/^The Long Account/);
  await workbench.press('ArrowDown');
  await workbench.page.getByRole('main').evaluate((main) => main.scrollTo({ top: 4000 }));
  await expect.poll(() => workbench.page.getByRole('main').evaluate((main) => main.scrollTop)).toBeGreaterThan(3500);
  await workbench.page.waitForTimeout(300);
  await workbench.press('ArrowDown');
  const top = await workbench.page.getByRole('main').evaluate((main) => main.scrollTop);
  expect(Math.abs(top - 4000)).toBeLessThan(500);
});
