import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const seed = readFileSync('public/seeds/000_bb9609fc8471e115.txt', 'utf8');
const fifth = 'Photos released by KCNA';
const added = 'Nobody in the hall asked what the apartments had cost.\n\n';
const claim = 'South Korea estimates that around 2,000 North Korean soldiers were killed';

const queue = ({ page }: Workbench) => page.getByRole('list', { name: 'Waiting' }).locator('> li');
const offers = ({ page }: Workbench) => page.getByRole('group', { name: /^Offers for/ });
const words = async (workbench: Workbench) => Object.values(await workbench.marked()).sort();

async function openVersions(workbench: Workbench): Promise<void> {
  await workbench.button(/^Details of North Korea/).click();
  await workbench.button('Versions of the text').click();
}

async function addVersion(workbench: Workbench, text: string): Promise<void> {
  await openVersions(workbench);
  await workbench.page.getByLabel('Paste the new text').fill(text);
  await workbench.button('Take as the newest version').click();
}

/** The first quotation with its speaker and relay, a claim in the paragraph of the number, and its source. */
async function tagSome(workbench: Workbench): Promise<void> {
  await workbench.press('n', 'q');
  await offers(workbench).waitFor();
  await workbench.press('Shift+Enter');
  await workbench.select(claim);
  await workbench.press('c');
  await offers(workbench).waitFor();
  await workbench.press('Enter');
  await expect(workbench.list).toHaveCount(5);
}

test('a paragraph put before the fifth moves every tag with its words, as one action that can be taken back', async ({ workbench }) => {
  await tagSome(workbench);
  const before = await words(workbench);
  await addVersion(workbench, seed.replace(fifth, added + fifth));
  await expect(workbench.messages.getByText('New version added; 5 tags came along')).toBeVisible();
  await expect(workbench.article).toContainText('Nobody in the hall asked');
  await expect.poll(() => words(workbench)).toEqual(before);
  await workbench.button('Read version 1').click();
  await expect(workbench.article).not.toContainText('Nobody in the hall asked');
  await expect(workbench.page.getByRole('note')).toContainText('You read version 1 of 2');
  await expect.poll(() => words(workbench)).toEqual([]);
  await workbench.button('To the newest version').click();
  await expect.poll(() => words(workbench)).toEqual(before);
  await workbench.button('Undo add version').first().click();
  await expect(workbench.article).not.toContainText('Nobody in the hall asked');
  await expect.poll(() => words(workbench)).toEqual(before);
  await workbench.press('Shift+z');
  await expect(workbench.article).toContainText('Nobody in the hall asked');
  await workbench.reload();
  await expect.poll(() => words(workbench)).toEqual(before);
});

test('a claim whose number was corrected waits, is put in place by keys with its links, or left behind and asked about again', async ({
  workbench,
}) => {
  await tagSome(workbench);
  await addVersion(workbench, seed.replace('2,000', '3,000'));
  await expect(workbench.messages.getByText('New version added; 4 tags came along, 1 wait for you')).toBeVisible();
  await expect(queue(workbench).first()).toContainText('Another number: 2,000 3,000');
  await expect(workbench.button(/^Put it at the selected words/)).toBeEnabled();
  await workbench.button('Leave behind').click();
  await expect(workbench.page.getByText('No tag waits on an older version.')).toBeVisible();
  await workbench.reload();
  await expect(workbench.list).toHaveCount(4);
  await openVersions(workbench);
  await workbench.page.getByText('Left behind (1)').click();
  await workbench.button('Ask again').click();
  await workbench.button('Close').first().click();
  await workbench.button('1 tag of an older version waits').click();
  await workbench.press('a');
  await expect(workbench.page.getByText('No tag waits on an older version.')).toBeVisible();
  await expect.poll(() => words(workbench)).toContain(claim.replace('2,000', '3,000'));
  await workbench.press('Escape');
  await expect(workbench.list).toHaveCount(5);
  await workbench.clickOn('3,000 North');
  await expect(workbench.annotation.getByRole('button', { name: /^Remove link/ })).toHaveAccessibleName(/South Korea/);
});

test('words that are gone are selected anew by hand, and an article of the same headline is taken as a newer version', async ({
  workbench,
}) => {
  await workbench.select('Analysts say');
  await workbench.press('s');
  await workbench.select('designated as a successor');
  await workbench.press('c');
  const again = seed
    .replace('Analysts say Pyongyang has received', 'Experts think that Pyongyang got')
    .replace('"designated as a successor"', 'chosen');
  await workbench.add('again.txt', again);
  await workbench.button('It is a newer version of that').click();
  await expect(workbench.library.getByRole('link')).toHaveCount(10);
  await expect(queue(workbench)).toHaveCount(2);
  await workbench.select('Experts');
  await workbench.button(/^Put it at the selected words/).click();
  await expect(queue(workbench)).toHaveCount(1);
  await workbench.press('z');
  await expect(queue(workbench)).toHaveCount(2);
});
