import { expect, test } from './fixtures.ts';
import { kept } from './kept.ts';
import { Workbench } from './pages/workbench.ts';
import { expectNoViolations } from './violations.ts';

// A service worker whose traffic is recorded for a trace is sometimes never let go by the browser.
test.use({ trace: 'off' });

test('a project is erased in two steps, nothing of it stays, and other tabs stop', async ({ workbench, context, host }) => {
  const { page } = workbench;
  const other = new Workbench(await context.newPage());
  await other.open();
  await workbench.press('n', 'q');
  await expect(other.list).toHaveCount(1);
  await workbench.button('Storage and backup').click();
  await workbench.button('Erase this project…').click();
  await expect(page.getByRole('alert')).toContainText(
    /erases \d+ articles, 1 tag and 0 links, the work of 1 day.*There is no backup yet\. 1 action is in no backup\./,
  );
  await expectNoViolations(page);
  await workbench.button('Keep the project').click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await workbench.button('Erase this project…').click();
  await workbench.button('Erase everything').click();
  await expect(page.getByRole('heading', { name: 'The project is erased' })).toBeVisible();
  await expectNoViolations(page);
  await expect(other.page.getByText('This project was erased in another tab')).toBeVisible();
  expect(await kept(page)).toEqual({ databases: [], files: [], program: [], local: [], session: [] });
  await other.page.waitForTimeout(500);
  expect(await kept(other.page)).toMatchObject({ databases: [], files: [] });
  await other.page.close();
  // The program itself was erased with the rest: it comes from its host again.
  await host?.mend();
  await context.setOffline(false);
  await workbench.button('Start anew').click();
  await workbench.ready();
  await expect(workbench.list).toHaveCount(0);
});

test('what cannot be erased is named, is not opened again, and can be tried again', async ({ workbench, context }) => {
  const { page } = workbench;
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  const blocker = await context.newPage();
  await blocker.goto('./icon.svg');
  await blocker.evaluate(holdDatabase);
  await workbench.button('Storage and backup').click();
  await workbench.button('Erase this project…').click();
  await workbench.button('Erase everything').click();
  await expect(page.getByRole('alert')).toContainText('the database with articles', { timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Not everything could be erased' })).toBeVisible();
  await expectNoViolations(page);
  await blocker.close();
  await workbench.button('Try again').click();
  await expect(page.getByRole('heading', { name: 'The project is erased' })).toBeVisible();
  expect((await kept(page)).databases).toEqual([]);
});

/** Opens the project's database and does not let go of it, as a sleeping tab would. */
async function holdDatabase(): Promise<void> {
  const name = (await indexedDB.databases()).map((database) => database.name ?? '').find((known) => known.startsWith('attest-')) ?? '';
  await new Promise((resolve) => {
    indexedDB.open(name).onsuccess = resolve;
  });
}
