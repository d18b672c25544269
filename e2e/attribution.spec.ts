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

test('two keys from its sentence: a claim with its claimer', async ({ workbench }) => {
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
  await workbench.select('Kim', { after: 'live forever,"' });
  await workbench.button(/^Speaker of/).click();
  await saidBy(workbench, 'said by Kim');
});
