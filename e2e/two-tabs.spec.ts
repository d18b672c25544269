import { expect, test } from './fixtures.ts';
import { Workbench } from './pages/workbench.ts';

const noteOf = ({ annotation }: Workbench) => annotation.getByRole('textbox', { name: 'Note' });

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

test('a note that both tabs write is a conflict that shows ours and can be used', async ({ workbench, context }) => {
  const other = new Workbench(await context.newPage());
  await other.open();
  await workbench.press('n', 'q');
  await other.list.first().getByRole('button').click();
  await noteOf(workbench).fill('mine, word by word');
  await noteOf(other).fill('theirs');
  const stored = await Promise.race([
    workbench.page
      .getByRole('alert')
      .waitFor()
      .then(() => workbench),
    other.page
      .getByRole('alert')
      .waitFor()
      .then(() => other),
  ]);
  const [loser, words] = stored === workbench ? [workbench, 'mine, word by word'] : [other, 'theirs'];
  await expect(loser.page.getByRole('alert')).toContainText(words);
  await loser.button('Use mine').click();
  await expect(loser.page.getByRole('alert')).toHaveCount(0);
  for (const tab of [workbench, other]) {
    await noteOf(tab).blur();
    await expect(noteOf(tab)).toHaveValue(words);
  }
});

test('what another tab does leaves the selection and a half-written note alone', async ({ workbench, context }) => {
  const other = new Workbench(await context.newPage());
  await other.open();
  await workbench.press('n', 'q');
  await noteOf(workbench).pressSequentially('half a sen');
  await other.press('n', 'n', 'q');
  await expect(workbench.page.locator('mark')).not.toHaveCount(1);
  await noteOf(workbench).pressSequentially('tence');
  await expect(noteOf(workbench)).toHaveValue('half a sentence');
  await expect(noteOf(workbench)).toBeFocused();
});
