import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { besideOthers, serveControl } from './controls/serve.ts';
import { noDatabase } from './no-database.ts';
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
  const { address, stop } = await serveControl(besideOthers);
  try {
    expect((await beginsBeside(context, address)).begun).toBe(true);
  } finally {
    await stop();
  }
});
