import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import { expectNoViolations } from './violations.ts';

const strip = ({ page }: Workbench) => page.getByRole('group', { name: /^Offers for/ });

/** Presses keys and gives how many they were; the offers have to be there before the first one that takes some. */
async function count(workbench: Workbench, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) {
    if (key.endsWith('Enter')) await expect(strip(workbench)).toBeVisible();
    await workbench.press(key);
  }
  return keys.length;
}

const saidBy = (workbench: Workbench, words: string) => expect(workbench.annotation.getByText(words).first()).toBeVisible();

test('three keys: a quote, its speaker and its relay', async ({ workbench }) => {
  expect(await count(workbench, 'n', 'q', 'Shift+Enter')).toBeLessThanOrEqual(3);
  await saidBy(workbench, 'said by Kim');
  await saidBy(workbench, 'the Korean Central News Agency');
  await expect(workbench.list).toHaveCount(3);
  await expect(workbench.button('Undo take 2 offers')).toBeEnabled();
  await expectNoViolations(workbench.page);
  await workbench.press('z');
  await expect(workbench.list).toHaveCount(1);
});

test('three keys: a quote and its speaker alone; the relay stays offered, and selecting makes nothing', async ({ workbench }) => {
  expect(await count(workbench, 'n', 'q', 'Enter')).toBe(3);
  await expect(workbench.list).toHaveCount(2);
  await expect(strip(workbench).getByRole('button', { name: /^via the Korean Central News Agency/ })).toBeVisible();
  await workbench.select('a speech');
  await expect(workbench.list).toHaveCount(2);
  await expect(workbench.button(/^Speaker of “"The new street/)).toBeVisible();
  await workbench.press('Escape');
  await expect(strip(workbench)).toHaveCount(0);
});

/** Waits until the rules have read the article, which is when a quotation has offers. */
async function read(workbench: Workbench): Promise<void> {
  await workbench.clickOn('unconditionally');
  await expect(strip(workbench)).toBeVisible();
  await workbench.press('Escape');
  await expect(strip(workbench)).toHaveCount(0);
}

test('two keys from its sentence: a claim with its claimer', async ({ workbench }) => {
  await read(workbench);
  for (const [words, claim, source] of [
    [
      'sent thousands',
      'North Korea sent thousands of troops to help Russia drive Ukrainian forces out of the southwestern Kursk region',
      'Western intelligence agencies',
    ],
    ['estimates that', 'around 2,000 North Korean soldiers were killed', 'South Korea'],
    [
      'Analysts say',
      'Pyongyang has received financial aid, military technology, food and energy supplies from Russia in return',
      'Analysts',
    ],
  ] as const) {
    await workbench.clickOn(words);
    expect(await count(workbench, 'c', 'Enter')).toBe(2);
    await expect(workbench.annotation.getByRole('blockquote')).toHaveText(claim);
    await saidBy(workbench, source);
    // The strip lies over the next lines until it is closed.
    await workbench.press('Escape');
  }
});

test('two clicks: an untagged quotation and what is offered there', async ({ workbench }) => {
  await workbench.clickOn('defended the most sacred things');
  await workbench
    .button(/^Quote, said by Kim/)
    .first()
    .click();
  await saidBy(workbench, 'said by Kim');
});

test('a click in an untagged quotation: Enter takes what stands first, and that alone', async ({ workbench }) => {
  await workbench.clickOn('defended the most sacred things');
  await expect(strip(workbench).getByRole('button').first()).toHaveText('Quote, said by Kim Enter');
  await workbench.press('Enter');
  await saidBy(workbench, 'said by Kim');
  await expect(workbench.list).toHaveCount(2);
});

test('Enter in “Who it is” says who it is and takes no offer', async ({ workbench }) => {
  await workbench.press('n', 'ArrowRight', 's', 'Shift+n', 'q');
  await expect(strip(workbench)).toBeVisible();
  await workbench.list.filter({ hasText: 'Kim' }).last().getByRole('button').click();
  await workbench.annotation.getByLabel('Who it is').fill('Kim Jong Un');
  await workbench.press('Enter');
  await expect(workbench.page.getByRole('application')).toBeFocused();
  await expect(workbench.annotation.getByRole('button', { name: 'All by Kim Jong Un' })).toBeVisible();
  await expect(workbench.button('Undo name source')).toBeEnabled();
});

const footOf = async (part: Locator): Promise<number> => {
  const box = await part.boundingBox();
  return (box?.y ?? 0) + (box?.height ?? 0);
};

test('whoever reads on finds the offers at the foot, away from the words', async ({ workbench }) => {
  await workbench.press('n', 'q');
  await expect(strip(workbench)).toBeVisible();
  const caret = workbench.page.locator('[data-caret]').first();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) {
    await workbench.press(key);
    await expect.poll(async () => (await footOf(caret)) <= ((await strip(workbench).boundingBox())?.y ?? 0), { message: key }).toBe(true);
  }
  // The bar of a selection lies over them, should they meet.
  await workbench.select('a speech');
  await workbench
    .button(/^Source/)
    .first()
    .click();
  expect(Object.values(await workbench.marked())).toContain('a speech');
});

test('the key for other links opens a list in which something can be chosen', async ({ workbench }) => {
  await workbench.press('n', 'q', 'n', 'q', 'Shift+B');
  await expect(workbench.annotation.getByLabel('Kind of link')).toHaveValue('continues');
  await expect(workbench.page.getByRole('combobox', { name: 'Find a tag' })).toBeFocused();
  await workbench.press('Enter');
  await expect(workbench.annotation.getByRole('button', { name: /^Remove link continues/ })).toBeVisible();
});

test('the focus comes back to the text without moving it', async ({ workbench }) => {
  const { page } = workbench;
  const scroller = page.getByRole('main');
  await scroller.evaluate((element) => element.scrollTo(0, 600));
  await page.getByRole('button', { name: 'Export' }).focus();
  await page.getByRole('application').evaluate((element: HTMLElement) => element.focus());
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(600);
});

test('the key for a claim again at once: the whole sentence', async ({ workbench }) => {
  await workbench.clickOn('Analysts say');
  await workbench.press('c', 'c');
  await expect(workbench.annotation.getByRole('blockquote')).toHaveText(/^Analysts say Pyongyang/);
  await expect(workbench.list).toHaveCount(1);
});

test('Escape closes the list of sources at once, and typing filters it only there', async ({ workbench }) => {
  await workbench.press('n', 'q', 'b');
  const list = workbench.annotation.getByRole('listbox', { name: 'said by' });
  await workbench.page.keyboard.type('kim');
  await expect(list.getByRole('option')).toHaveText([/^Kim.*par. 2$/, /^Kim.*par. 3$/]);
  await workbench.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(workbench.page.getByRole('application')).toBeFocused();
  await workbench.press('b');
  await expect(list.getByRole('option').last()).toHaveText('No speaker in the text');
});

test('words selected while offers are open become the speaker', async ({ workbench }) => {
  await workbench.press('n', 'q');
  await expect(strip(workbench)).toBeVisible();
  await workbench.select('Kim', { after: 'live forever,"' });
  await workbench.button(/^Speaker of/).click();
  await saidBy(workbench, 'said by Kim');
});
