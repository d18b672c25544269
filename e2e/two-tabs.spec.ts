import { expect, test } from './fixtures.ts';
import { Workbench } from './pages/workbench.ts';

test('two tabs see each other’s tags and never overwrite them', async ({ workbench, context }) => {
  const other = new Workbench(await context.newPage());
  await other.open();
  await workbench.press('n', 'q');
  await expect(other.list).toHaveCount(1);
  await other.press('n', 'n', 'q');
  await expect(workbench.list).toHaveCount(2);
  await workbench.press('Escape', 'j');
  await other.list.first().getByRole('button').click();
  await other.press('Delete');
  await expect(workbench.list).toHaveCount(1);
  await workbench.reload();
  await expect(workbench.list).toHaveCount(1);
});

test('an undo is refused with the reason where the other tab has changed the tag since', async ({ workbench, context }) => {
  const other = new Workbench(await context.newPage());
  await other.open();
  await workbench.press('n', 'q');
  await expect(other.list).toHaveCount(1);
  await other.list.first().getByRole('button').click();
  await other.press('2');
  await expect(workbench.annotation.getByRole('button', { name: 'Partial' })).toHaveAttribute('aria-pressed', 'true');
  await workbench.button('Undo tag quote').click();
  await expect(workbench.page.getByText('Another tab has changed this since, so it cannot be undone here.')).toBeVisible();
  await expect(workbench.list).toHaveCount(1);
});
