import { expect, test } from './fixtures.ts';

test('undo and redo name what they would do, survive a reload, and show the place', async ({ workbench }) => {
  await workbench.press('n', 'q', 'n', 'q');
  await expect(workbench.list).toHaveCount(2);
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.reload();
  await workbench.button('Undo tag quote').click();
  await expect(workbench.list).toHaveCount(1);
  await expect(workbench.button('Redo tag quote')).toBeEnabled();
  await workbench.press('Control+Shift+Z');
  await expect(workbench.list).toHaveCount(2);
  await expect(workbench.annotation.getByText('"unconditionally support"').first()).toBeVisible();
  await workbench.press('Control+z', 'Control+z');
  await expect(workbench.list).toHaveCount(0);
  await expect(workbench.button('Undo: nothing yet')).toBeDisabled();
});

test('undo in another article opens it', async ({ workbench }) => {
  await workbench.press('n', 'q');
  await workbench.page.getByRole('link', { name: /^Port Ellery/ }).click();
  await expect(workbench.article).toHaveAccessibleName(/^Port Ellery/);
  await workbench.press('z');
  await expect(workbench.article).toHaveAccessibleName(/^North Korea/);
  await expect(workbench.list).toHaveCount(0);
});

test('the place, the scroll position and the selection are found again', async ({ workbench }) => {
  await workbench.page.getByRole('link', { name: /^The Long Account/ }).click();
  await workbench.press('n', 'n', 'n', 'n', 'n', 'n', 'n', 'n', 'n', 'n', 'n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  const words = await workbench.annotation.getByRole('blockquote').textContent();
  const scrolled = () => workbench.page.getByRole('main').evaluate((main) => Math.round(main.scrollTop));
  await expect.poll(scrolled).toBeGreaterThan(100);
  // The place is remembered a moment after the last scroll.
  await workbench.page.waitForTimeout(600);
  const before = await scrolled();
  await workbench.reload();
  await expect(workbench.article).toHaveAccessibleName(/^The Long Account/);
  await expect(workbench.annotation.getByRole('blockquote')).toHaveText(words ?? '');
  expect(Math.abs((await scrolled()) - before)).toBeLessThan(40);
});

test('deleting says how many links go along and offers the way back', async ({ workbench }) => {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter', 'Delete');
  await expect(workbench.messages.getByText('Quote and 1 link deleted')).toBeVisible();
  await expect(workbench.list).toHaveCount(1);
  await workbench.messages.getByRole('button', { name: 'Undo delete quote' }).click();
  await expect(workbench.annotation.getByText('said by Kim')).toBeVisible();
});
