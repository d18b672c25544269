import { readFileSync } from 'node:fs';
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

/** What lays the tags of a set over one’s own. */
const layer = ({ page }: Workbench, name: string) =>
  page.getByRole('group', { name: 'Whose tags are drawn over yours.' }).getByRole('checkbox', { name });

const cards = (workbench: Workbench) => workbench.page.getByRole('navigation', { name: /Review of|What was said/ });

const title = 'Bridge closed in Port Ellery';

/** An article with a quote by Kim and its source. */
async function begun(workbench: Workbench): Promise<void> {
  await workbench.add('bridge.txt', text);
  await workbench.button(title).first().waitFor();
  await workbench.press('Escape');
  await quotesKim(workbench);
}

/** Tags the quote and takes its speaker, who is offered a moment later. */
async function quotesKim(workbench: Workbench): Promise<void> {
  await workbench.select('“The bridge is safe,”');
  await workbench.press('q');
  await workbench.page.getByRole('group', { name: /^Offers for/ }).waitFor();
  await workbench.press('Enter');
  await expect(workbench.list).toHaveCount(2);
}

/** A colleague's file with a quote by Kim, a claim and a source by itself, opened by somebody else. */
async function handedOver(workbench: Workbench, newcomer: () => Promise<Workbench>): Promise<Workbench> {
  await begun(workbench);
  await workbench.select('12 people were hurt');
  await workbench.press('c');
  await workbench.select('Officials');
  await workbench.press('s');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Export').click();
  const path = await saved(workbench, 'first', 'Ana Bell');
  const colleague = await newcomer();
  await takeIn(colleague, path);
  await colleague.library.getByRole('link', { name: title }).click();
  return colleague;
}

test('a review goes to a colleague and back, and both keep what was said', async ({ workbench, newcomer }) => {
  const colleague = await handedOver(workbench, newcomer);
  const theirs = colleague.article.locator('mark[data-layer="AB"]');
  await openSets(colleague);
  await layer(colleague, 'Ana Bell').click();
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

/** Tags a claim as the article's own and of the first kind. */
async function claims(workbench: Workbench, words: string): Promise<void> {
  await workbench.select(words);
  await workbench.press('c', 'w', '1');
}

/** Says what is required of Kim and calls the open article done; what is only proposed is confirmed with it. */
async function callDone(workbench: Workbench): Promise<void> {
  await workbench.list.getByRole('button', { name: /^Source, “Kim”/ }).click();
  await workbench.press('1');
  await workbench.page.getByLabel('Naming').selectOption('named');
  await workbench.press('Escape', 'd');
  await workbench.button(/^Confirm .* done/).click();
  await expect(workbench.messages.getByText('The article is done.')).toBeVisible();
}

interface Said {
  readonly id: string;
  readonly set?: string;
  readonly author?: string;
}

type Tables = Readonly<Record<'annotations' | 'relations' | 'reviews' | 'sets' | 'authors', readonly Said[]>>;

/** What a package holds. */
const held = (path: string): Tables => JSON.parse(readFileSync(path, 'utf8'));

/** Saves one's own set; `name` as above. */
async function sent(workbench: Workbench, as: string, name?: string): Promise<string> {
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Export').click();
  return saved(workbench, as, name);
}

test('a blind coding is compared, reviewed and answered, and nothing of either side is overwritten', async ({ workbench, newcomer }) => {
  await begun(workbench);
  await claims(workbench, '12 people were hurt');
  await callDone(workbench);
  const mine = await sent(workbench, 'mine', 'Ana Bell');
  await workbench.button('Export').click();
  await workbench.page.getByLabel('Blind: the open article without anybody’s tags').check();
  const blind = await saved(workbench, 'blind');
  for (const { id } of Object.values(held(mine).annotations)) expect(readFileSync(blind, 'utf8')).not.toContain(id);
  expect(readFileSync(blind, 'utf8')).not.toContain('Ana Bell');

  const colleague = await newcomer();
  await takeIn(colleague, blind);
  await colleague.library.getByRole('link', { name: title }).click();
  await expect(colleague.page.locator('summary', { hasText: 'Sets' })).toHaveCount(0);
  await quotesKim(colleague);
  await claims(colleague, '12 people');
  await claims(colleague, title);
  await callDone(colleague);
  const coded = await sent(colleague, 'coded', 'Ben Kerr');

  await takeIn(workbench, coded);
  await openSets(workbench);
  await layer(workbench, 'Ben Kerr, 4 tags').click();
  await expect(workbench.article.locator('mark[data-layer="BK"]')).toHaveCount(4);
  await workbench.button('Review of Ben Kerr').click();
  const entries = cards(workbench).getByRole('button');
  await expect(entries.nth(0)).toHaveAccessibleName(/Bridge closed.*: only they have it/);
  await expect(entries.nth(1)).toHaveAccessibleName(/12 people.*: ends 2 words earlier/);
  await expect(cards(workbench).getByText('1 agreed')).toBeVisible();
  await workbench.press('r');
  await workbench.page.getByLabel('Reason').fill('A headline claims nothing of its own.');
  await workbench.press('Enter', 'r');
  await expect(workbench.page.getByLabel('Reason')).toBeFocused();
  await workbench.press('Enter', 'a');
  await expect(cards(workbench).getByText('3 of 3', { exact: true })).toBeVisible();
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Send reply').click();
  const reply = await saved(workbench, 'reply');

  await takeIn(colleague, reply);
  await openSets(colleague);
  await colleague.button('Read the review').click();
  await expect(colleague.annotation.getByText('A headline claims nothing of its own.')).toBeVisible();
  await colleague.press('r');
  await colleague.page.getByLabel('Reason').fill('This one does.');
  await colleague.press('Enter', 'a');
  await expect(cards(colleague).getByText('2 of 2', { exact: true })).toBeVisible();
  expect(Object.values(await colleague.marked())).toContain('12 people were hurt');
  await expect(colleague.saveState).toHaveText('Saved');
  await colleague.button('Send reply').click();
  const answers = await saved(colleague, 'answers');

  await takeIn(workbench, answers);
  await openSets(workbench);
  await workbench.button('Review of Ben Kerr').click();
  await cards(workbench)
    .getByRole('button', { name: /Bridge closed/ })
    .click();
  await expect(workbench.annotation.getByText('This one does.')).toBeVisible();
  await expect(workbench.annotation.getByText('Declined')).toBeVisible();
  await workbench.button('Send reply').click();
  const last = await saved(workbench, 'last');
  await workbench.button('Export').click();
  const mineAfter = await saved(workbench, 'mine-after');
  keepsBoth({ mine, coded, reply, answers, last, mineAfter });
});

/** Record for record: who coded independently is said to, nobody's tags changed but the accepted one, and every word of the thread is as it was said. */
function keepsBoth(files: Readonly<Record<'mine' | 'coded' | 'reply' | 'answers' | 'last' | 'mineAfter', string>>): void {
  const read = (name: keyof typeof files) => held(files[name]);
  expect(read('mineAfter').annotations).toEqual(read('mine').annotations);
  expect(read('mineAfter').relations).toEqual(read('mine').relations);
  for (const name of ['mineAfter', 'answers', 'last'] as const)
    expect(read(name).sets).toEqual([expect.objectContaining({ basis: 'independent' })]);
  expect(read('reply').annotations).toEqual(read('coded').annotations);
  const before = new Map(read('coded').annotations.map((tag) => [tag.id, tag]));
  const changed = read('answers').annotations.filter((tag) => JSON.stringify(tag) !== JSON.stringify(before.get(tag.id)));
  expect(changed).toEqual([
    {
      ...before.get(changed[0]?.id ?? ''),
      segments: expect.anything(),
      modified: expect.anything(),
      modifiedBy: read('coded').sets[0]?.author,
    },
  ]);
  expect(read('answers').annotations).toHaveLength(before.size);
  expect(read('reply').reviews).toHaveLength(3);
  expect(read('answers').reviews).toEqual(expect.arrayContaining([...read('reply').reviews]));
  expect(read('answers').reviews).toHaveLength(5);
  for (const table of ['reviews', 'annotations', 'relations', 'authors'] as const)
    expect(read('last')[table]).toEqual(read('answers')[table]);
}
