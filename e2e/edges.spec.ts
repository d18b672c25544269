import { expect, test } from './fixtures.ts';

test('edges move by keys: Enter keeps, Escape restores; id and note stay', async ({ workbench }) => {
  await workbench.press('n', 'n', 'q');
  await workbench.annotation.getByLabel('Note').fill('as recorded');
  await workbench.page.getByRole('main').click({ position: { x: 5, y: 300 } });
  await workbench.clickOn('"unconditionally support"');
  const [id] = Object.keys(await workbench.marked());
  await workbench.press('e', 'ArrowRight', 'Escape');
  expect(await workbench.marked()).toEqual({ [id ?? '']: '"unconditionally support"' });
  await workbench.press('e', 'ArrowRight', 'Enter');
  await expect.poll(() => workbench.marked()).toEqual({ [id ?? '']: '"unconditionally support" all' });
  await expect(workbench.annotation.getByLabel('Note')).toHaveValue('as recorded');
});

test('an edge is dragged by its handle', async ({ workbench }) => {
  await workbench.press('n', 'n', 'q');
  const handle = workbench.page.getByRole('button', { name: 'End of the quote' });
  // What the key did may still move it.
  await handle.hover();
  const box = await handle.boundingBox();
  if (!box) throw new Error('The handle has a place.');
  const y = box.y + box.height / 2;
  await workbench.page.mouse.move(box.x + box.width / 2, y);
  await workbench.page.mouse.down();
  await workbench.page.mouse.move(box.x + 14, y, { steps: 4 });
  await workbench.page.mouse.move(box.x + 24, y, { steps: 4 });
  await workbench.page.mouse.up();
  await expect.poll(async () => Object.values(await workbench.marked())[0]).toMatch(/^"unconditionally support" a/);
  await expect(workbench.button('Undo move boundaries')).toBeEnabled();
});

test('a click takes the smallest tag, a later one there the next larger, g too', async ({ workbench }) => {
  await workbench.press('n', 'q', 'Escape');
  await workbench.select('excellent sons');
  await workbench.button('Source s').click();
  const current = workbench.annotation.getByRole('navigation', { name: 'Tags here, smallest first' }).locator('[aria-current=true]');
  await workbench.page.keyboard.press('Escape');
  await workbench.clickOn('excellent sons');
  await expect(current).toHaveText(/excellent/);
  await workbench.page.waitForTimeout(600);
  await workbench.clickOn('excellent sons');
  await expect(current).toHaveText(/The new street/);
  await workbench.press('g');
  await expect(current).toHaveText(/excellent/);
});

test('a tag is retyped, and w marks a claim as the article’s own voice', async ({ workbench }) => {
  await workbench.press('n', 'q', 'e', 'c');
  await expect(workbench.list.getByRole('button')).toHaveAccessibleName(/^Claim, /);
  await workbench.press('Escape');
  await workbench.list.getByRole('button').click();
  await workbench.press('w');
  await expect(workbench.annotation.getByText('the article itself')).toBeVisible();
  await workbench.press('w');
  await expect(workbench.annotation.getByText('nobody yet')).toBeVisible();
});
