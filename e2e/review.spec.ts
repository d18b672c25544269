import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const text = 'Bridge closed in Port Ellery\n\n“The bridge is safe,” Kim told reporters. Officials said 12 people were hurt.\n';

/** Saves what is offered to a file; gives where it lies. `name` is given where it is asked for. */
async function saved(workbench: Workbench, as: string, name?: string): Promise<string> {
  if (name !== undefined) await workbench.page.getByLabel('Your name, as colleagues will see it').fill(name);
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.button('Save the file').click()]);
  const path = test.info().outputPath(as, download.suggestedFilename());
  await download.saveAs(path);
  await workbench.press('Escape');
  return path;
}

async function takeIn(workbench: Workbench, path: string): Promise<void> {
  await workbench.importInput.setInputFiles(path);
  await workbench.page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();
  await expect(workbench.saveState).toHaveText('Saved');
}

async function openSets(workbench: Workbench): Promise<void> {
  await workbench.page.locator('summary', { hasText: 'Sets' }).click();
}

const cards = (workbench: Workbench) => workbench.page.getByRole('navigation', { name: /Review of|What was said/ });

/** A colleague's file with a quote by Kim, a claim and a source by itself, opened by somebody else. */
async function handedOver(workbench: Workbench, newcomer: () => Promise<Workbench>): Promise<Workbench> {
  await workbench.add('bridge.txt', text);
  await workbench.button('Bridge closed in Port Ellery').first().waitFor();
  await workbench.press('Escape');
  await workbench.select('“The bridge is safe,”');
  await workbench.press('q', 'Enter');
  await workbench.select('12 people were hurt');
  await workbench.press('c');
  await workbench.select('Officials');
  await workbench.press('s');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Export').click();
  const path = await saved(workbench, 'first', 'Ana Bell');
  const colleague = await newcomer();
  await takeIn(colleague, path);
  await colleague.library.getByRole('link', { name: 'Bridge closed in Port Ellery' }).click();
  return colleague;
}

test('a review goes to a colleague and back, and both keep what was said', async ({ workbench, newcomer }) => {
  const colleague = await handedOver(workbench, newcomer);
  const theirs = colleague.article.locator('mark[data-layer="AB"]');
  await openSets(colleague);
  await colleague.page.getByRole('checkbox', { name: 'Ana Bell' }).click();
  await expect(colleague.page.getByRole('alertdialog')).toContainText('Yours will count as derived');
  await expect(theirs).toHaveCount(0);
  await colleague.button('Go on').click();
  await expect(theirs).toHaveCount(4);
  await colleague.button('Review of Ana Bell').click();
  await expect(cards(colleague).getByText('0 of 3', { exact: true })).toBeVisible();
  await colleague.press('e', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
  await expect(cards(colleague).getByText('1 of 3', { exact: true })).toBeVisible();
  await colleague.press('j', 'r');
  await colleague.page.getByLabel('Reason').fill('Nobody in particular.');
  await colleague.press('Enter');
  await expect(cards(colleague).getByText('2 of 3', { exact: true })).toBeVisible();
  await colleague.press('a');
  await expect(cards(colleague).getByText('3 of 3', { exact: true })).toBeVisible();
  await colleague.press('z');
  await expect(cards(colleague).getByText('2 of 3', { exact: true })).toBeVisible();
  await colleague.press('a');
  await expect(cards(colleague).getByText('3 of 3', { exact: true })).toBeVisible();
  await colleague.button('Send reply').click();
  const reply = await saved(colleague, 'reply', 'Ben Kerr');

  await takeIn(workbench, reply);
  await openSets(workbench);
  await workbench.button('Read the review').click();
  await expect(cards(workbench).getByText('0 of 2', { exact: true })).toBeVisible();
  await expect(workbench.annotation.getByText('ends 1 word earlier')).toBeVisible();
  await expect(workbench.annotation.getByText('Ben Kerr')).toBeVisible();
  await workbench.press('a');
  await expect(cards(workbench).getByText('1 of 2', { exact: true })).toBeVisible();
  expect(Object.values(await workbench.marked())).toContain('“The bridge is');
  await workbench.press('r');
  await workbench.page.getByLabel('Reason').fill('It is who said so.');
  await workbench.press('Enter');
  await expect(cards(workbench).getByText('2 of 2', { exact: true })).toBeVisible();
  await workbench.button('Send reply').click();
  const answers = await saved(workbench, 'answers');

  await takeIn(colleague, answers);
  await openSets(colleague);
  await colleague.button('Review of Ana Bell').click();
  await cards(colleague)
    .getByRole('button', { name: /Officials/ })
    .click();
  await expect(colleague.annotation.getByText('Nobody in particular.')).toBeVisible();
  await expect(colleague.annotation.getByText('It is who said so.')).toBeVisible();
  await expect(colleague.annotation.getByText('Declined')).toBeVisible();
});
