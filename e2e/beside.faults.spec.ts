import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { besideOthers, serveControl, unmovedStandIn } from './controls/serve.ts';
import { databaseAgain, noDatabase } from './no-database.ts';
import { Workbench } from './pages/workbench.ts';

const failed = (page: Page) => page.getByRole('heading', { name: 'Attest could not open its database' });

/** A second page that gets no database while the first one works on it, with one tag; true where it begins to work all the same. */
async function beginsBeside(context: BrowserContext, address: string): Promise<{ begun: boolean; first: Page; second: Page }> {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto(address);
  const workbench = new Workbench(first);
  await workbench.ready();
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await noDatabase(second);
  await second.goto(address);
  await expect(failed(second).or(second.getByRole('article'))).toBeVisible();
  return { begun: !(await failed(second).isVisible()), first, second };
}

test('a page that gets no database while another works on it begins nothing beside that one', async ({ context, baseURL }) => {
  const { begun, first, second } = await beginsBeside(context, baseURL ?? '');
  expect(begun).toBe(false);
  await first.close();
  // Nobody works on it any more: now the second copy is the best there is.
  await second.reload();
  await expect(new Workbench(second).list).toHaveCount(1);
});

test('the same test catches a build that goes on in memory whoever else is there', async ({ context }) => {
  const { address, stop } = await serveControl(...besideOthers);
  try {
    expect((await beginsBeside(context, address)).begun).toBe(true);
  } finally {
    await stop();
  }
});

/** What two pages show in the end of which the second got a database while the first worked without one, and what a third shows after them. */
async function afterStandIn(context: BrowserContext, address: string): Promise<{ first: number; second: number; stored: number }> {
  const [first, second] = [new Workbench(await context.newPage()), new Workbench(await context.newPage())];
  await noDatabase(first.page);
  await first.page.goto(address);
  await first.ready();
  await first.press('n', 'q');
  await expect(first.saveState).toContainText('Saved');
  await second.page.goto(address);
  await second.ready();
  await databaseAgain(first.page);
  await second.press('n', 'n', 'n', 'c');
  await expect(second.saveState).toHaveText('Saved');
  await first.press('Escape', 'n', 'n', 's');
  await expect(first.saveState).toContainText('Saved');
  const shown = async (workbench: Workbench) => workbench.list.count();
  // What the other one stores is shown in a moment, or never.
  await expect
    .poll(async () => Math.min(await shown(first), await shown(second)), { timeout: 10_000 })
    .toBe(3)
    .catch(() => undefined);
  const counts = { first: await shown(first), second: await shown(second) };
  await Promise.all([first.page.close(), second.page.close()]);
  const third = new Workbench(await context.newPage());
  await third.page.goto(address);
  await third.ready();
  return { ...counts, stored: await shown(third) };
}

test('a page that began without a database goes on in it as soon as another page has it', async ({ context, baseURL }) => {
  expect(await afterStandIn(context, baseURL ?? '')).toEqual({ first: 3, second: 3, stored: 3 });
});

test('the same test catches a build whose page without a database goes on beside the other', async ({ context }) => {
  const { address, stop } = await serveControl(unmovedStandIn);
  try {
    expect(await afterStandIn(context, address)).not.toEqual({ first: 3, second: 3, stored: 3 });
  } finally {
    await stop();
  }
});
