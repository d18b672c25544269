import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const first = `date 2026-02-03
Talks held

“We won the war,” Kim said on Monday. Kim left the hall. Then Kim slept.
`;
const second = `date 2026-03-01
Talks go on

It is said that peace would come, Kim Yong Un added. Later Kim left for home.
`;

const panel = ({ page }: Workbench) => page.getByRole('complementary', { name: 'Panel' });
const entries = (workbench: Workbench) => panel(workbench).getByRole('list', { name: 'Register' });
const statements = (workbench: Workbench, article: string) => panel(workbench).getByRole('list', { name: article }).getByRole('button');
const openRegister = (workbench: Workbench) => workbench.button('Register').click();
const openEntry = async (workbench: Workbench, name: string) => {
  await openRegister(workbench);
  await entries(workbench).getByRole('button', { name }).first().click();
  await expect(panel(workbench).getByRole('heading', { name, exact: true })).toBeVisible();
};
const unfold = (workbench: Workbench, name: string | RegExp) => panel(workbench).locator('summary').filter({ hasText: name }).click();
const notice = ({ page }: Workbench, words: string) => page.getByRole('region', { name: 'Messages' }).getByText(words);
const undone = async (workbench: Workbench) => {
  await workbench.button(/^Undo/).first().click();
};
const violations = async ({ page }: Workbench) => {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};

/** Tags words of the open article as said by somebody, by hand. */
async function said(workbench: Workbench, type: 'q' | 'c', words: string, source: string, name: string): Promise<void> {
  await workbench.select(words);
  await workbench.press(type);
  await workbench.select(source);
  await workbench.press('s');
  await workbench.annotation.getByLabel('Who it is').fill(name);
  await workbench.page.keyboard.press('Enter');
  await workbench.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await workbench.press('k', 'b');
  await workbench.page.getByRole('listbox').getByRole('option').first().waitFor();
  await workbench.press('Enter');
  await expect(workbench.page.getByRole('listbox')).toHaveCount(0);
}

/** One Kim in each of two articles, under two names; the second article is open. */
async function twoKims(workbench: Workbench): Promise<void> {
  await workbench.add('first.txt', first);
  await expect(workbench.article).toContainText('We won the war');
  await said(workbench, 'q', '“We won the war,”', 'Kim', 'Kim');
  await workbench.add('second.txt', second);
  await expect(workbench.article).toContainText('peace would come');
  await said(workbench, 'c', 'peace would come', 'Kim Yong Un', 'Kim Yong Un');
  await expect(workbench.saveState).toHaveText('Saved');
}

test('all by one source in every article, merged with another entry, filtered, reached, and split again', async ({ workbench }) => {
  await twoKims(workbench);
  await openEntry(workbench, 'Kim');
  await expect(statements(workbench, 'Talks held')).toHaveCount(1);
  await expect(statements(workbench, 'Talks go on')).toHaveCount(0);

  await unfold(workbench, 'Merge');
  await panel(workbench).getByLabel('The other entry').selectOption('Kim Yong Un');
  await workbench.button('Merge the two').click();
  await expect(statements(workbench, 'Talks go on')).toHaveText(/peace would come/);
  await expect(notice(workbench, 'Kim Yong Un merged into Kim, with 1 mention')).toBeVisible();

  await unfold(workbench, 'Filter');
  await panel(workbench).getByLabel('Kind').first().selectOption('Quotes');
  await expect(statements(workbench, 'Talks go on')).toHaveCount(0);
  await expect(panel(workbench).getByRole('status')).toHaveText('1 of 2 statements');
  await panel(workbench).getByLabel('Kind').first().selectOption('Any');
  await panel(workbench).getByLabel('From').fill('2026-02-10');
  await expect(statements(workbench, 'Talks held')).toHaveCount(0);
  await panel(workbench).getByLabel('From').fill('');

  await statements(workbench, 'Talks held').click();
  await expect(workbench.article).toContainText('We won the war');
  await expect(statements(workbench, 'Talks held')).toHaveAttribute('aria-current', 'true');
  await expect(workbench.article.locator('mark').filter({ hasText: 'We won' }).first()).toBeInViewport();

  await unfold(workbench, /^2 mentions/);
  const mentions = panel(workbench).getByRole('list', { name: 'Mentions' });
  await mentions.getByRole('checkbox', { name: /Kim Yong Un/ }).check();
  await panel(workbench).getByLabel('Who the ticked mentions are').fill('Kim');
  await workbench.button('Split off 1 mention').click();
  await expect(statements(workbench, 'Talks go on')).toHaveCount(0);
  await workbench.button('All entries').click();
  await expect(entries(workbench).getByRole('button', { name: /^Kim/ })).toHaveCount(2);
});

test('a merge is one action to undo and redo, also after a reload', async ({ workbench }) => {
  await twoKims(workbench);
  await openEntry(workbench, 'Kim');
  await unfold(workbench, 'Merge');
  await panel(workbench).getByLabel('The other entry').selectOption('Kim Yong Un');
  await workbench.button('Merge the two').click();
  // The tags of both are read first: until then there is nothing to be saved.
  await expect(workbench.button(/^Undo merge/).first()).toBeEnabled();
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.reload();
  await openRegister(workbench);
  await expect(entries(workbench).getByRole('listitem')).toHaveText([/^Kim.*Kim Yong Un.*2 articles/]);
  await undone(workbench);
  await expect(entries(workbench).getByRole('listitem')).toHaveText([/^Kim1 article$/, /^Kim Yong Un1 article$/]);
  await workbench.button(/^Redo/).click();
  await expect(entries(workbench).getByRole('listitem')).toHaveCount(1);
});

test('an entry is added, changed and deleted, by keyboard', async ({ workbench }) => {
  const { page } = workbench;
  await openRegister(workbench);
  await expect(panel(workbench)).toContainText('Nobody is in the register yet.');
  await workbench.button('Add an entry').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ada Quill');
  await page.keyboard.press('Enter');
  await expect(panel(workbench).getByRole('heading', { name: 'Ada Quill' })).toBeVisible();
  await unfold(workbench, 'Entry');
  await panel(workbench).getByLabel('Affiliation').fill('Courier');
  await panel(workbench).getByLabel('Other names').fill('A. Quill\nQuill');
  await panel(workbench).getByLabel('Name', { exact: true }).press('Tab');
  await workbench.button('All entries').click();
  await expect(entries(workbench).getByRole('listitem')).toHaveText('Ada QuillCourier, A. Quill, Quill0 articles');
  expect(await violations(workbench)).toEqual([]);
  await panel(workbench).getByLabel('Filter names').fill('a. qu');
  await entries(workbench).getByRole('button').click();
  await unfold(workbench, 'Entry');
  await workbench.button('Delete entry').click();
  await expect(panel(workbench)).toContainText('Nobody is in the register yet.');
  await undone(workbench);
  await expect(entries(workbench).getByRole('listitem')).toHaveCount(1);
});

test('the same words are ticked with their sentences and tagged as one action, here and elsewhere', async ({ workbench }) => {
  await twoKims(workbench);
  await workbench.page.getByRole('link', { name: 'Talks held', exact: true }).click();
  await expect(workbench.article).toContainText('We won the war');
  await workbench.clickOn('Kim');
  await workbench.button('Same words elsewhere').click();
  const here = panel(workbench).getByRole('list', { name: 'In this article' });
  await expect(here.getByRole('listitem')).toHaveText(['Kim left the hall.', 'Then Kim slept.']);
  await here.getByRole('checkbox', { name: 'Then Kim slept.' }).check();
  await workbench.button('Look in other articles').click();
  const elsewhere = panel(workbench).getByRole('list', { name: 'In other articles' });
  await elsewhere.getByRole('checkbox', { name: /Later Kim left for home/ }).check();
  expect(await violations(workbench)).toEqual([]);
  await workbench.button('Tag 2').click();
  await expect(here.getByRole('listitem')).toHaveText(['Kim left the hall.']);
  await expect(workbench.saveState).toHaveText('Saved');
  await expect(notice(workbench, '“Kim” tagged 2 times')).toBeVisible();
  await undone(workbench);
  await expect(here.getByRole('listitem')).toHaveCount(2);
});
