import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { application, writePackage } from '../src/formats/package/write.ts';
import type { PackageContents } from '../src/model/package-contents.ts';
import type { Annotation } from '../src/model/records.ts';
import { codedThrice } from '../src/testing/coded-thrice.ts';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const long = process.env.TEST_LENGTH === 'long';
const tags = long ? 1_000 : 90;

function fileOf(contents: PackageContents, name: string): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, writePackage(contents, application).bytes);
  return path;
}

async function takeIn(workbench: Workbench, path: string): Promise<void> {
  await workbench.importInput.setInputFiles(path);
  await workbench.page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();
  await expect(workbench.messages.getByText(`${basename(path)} imported`)).toBeVisible();
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.press('Escape');
}

const cards = ({ page }: Workbench) => page.getByRole('navigation', { name: 'Gold set', exact: true });
const decided = (workbench: Workbench) => cards(workbench).getByRole('button', { name: /^\d+ of \d+ decided$/ });

/** How many passages are decided, of how many that were not agreed on. */
async function counts(workbench: Workbench): Promise<readonly [number, number]> {
  const [done = '', all = ''] = /(\d+) of (\d+)/.exec(await decided(workbench).innerText())?.slice(1) ?? [];
  return [Number(done), Number(all)];
}

/** Three people's sets of one text, imported, and their adjudication begun with the keys that a person would press. */
async function begun(workbench: Workbench, contents: PackageContents): Promise<void> {
  await takeIn(workbench, fileOf(contents, 'three.attest.json'));
  await workbench.library.getByRole('link', { name: /The long watch/ }).click();
  await workbench.page.locator('summary', { hasText: 'Sets' }).click();
  await workbench.button('Adjudicate').click();
  await expect(workbench.page.getByRole('alertdialog')).toContainText('Yours will count as derived');
  await workbench.button('Go on').last().click();
  await expect(decided(workbench)).toHaveText(/^0 of /);
}

test('three sets are adjudicated by keyboard, undone from end to start, and decided again', async ({ workbench }) => {
  test.setTimeout(long ? 1_200_000 : 120_000);
  await begun(workbench, codedThrice(tags));
  const [, all] = await counts(workbench);
  expect(all).toBeGreaterThan(long ? 100 : 10);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await workbench.press(key);
  };
  for (let card = 0; card < all; card += 1) {
    const second = await workbench.annotation.getByRole('button', { name: /2$/ }).count();
    await press(card % 7 === 6 ? '0' : card % 3 === 2 && second > 0 ? '2' : '1');
    await expect(decided(workbench)).toHaveText(`${card + 1} of ${all} decided`);
  }
  expect(keys / all).toBeLessThanOrEqual(1.2);
  await expect(workbench.saveState).toHaveText('Saved');
  for (let card = all; card > 0; card -= 1) {
    await workbench.press('z');
    await expect(decided(workbench)).toHaveText(`${card - 1} of ${all} decided`);
  }
  await workbench.press('Shift+z', 'Shift+z');
  await expect(decided(workbench)).toHaveText(`2 of ${all} decided`);
  await workbench.press('z', 'z', 'z');
  await expect(cards(workbench)).toBeHidden();
  await expect(workbench.saveState).toHaveText('Saved');
});

/** The same sets, of which Ana has moved the end of her first claim since, as her next export has it. */
function changed(contents: PackageContents): PackageContents {
  const [ana] = contents.sets ?? [];
  const first = contents.annotations?.find(({ set, type }) => set === ana?.id && type === 'claim');
  const shorter = ({ segments: [segment], ...tag }: Annotation): Annotation => {
    const exact = segment.exact.slice(0, -6);
    const suffix = `${segment.exact.slice(-6)}${segment.suffix}`.slice(0, segment.suffix.length);
    return { ...tag, segments: [{ ...segment, end: segment.end - 6, exact, suffix }] };
  };
  const own = <R extends { readonly set: string }>(records: readonly R[] = []) => records.filter(({ set }) => set === ana?.id);
  return {
    ...contents,
    authors: contents.authors?.filter(({ id }) => id === ana?.author) ?? [],
    sets: ana ? [{ ...ana, heads: [...ana.heads, 'b'.repeat(64)] }] : [],
    annotations: own(contents.annotations).map((tag) => (tag.id === first?.id ? shorter(tag) : tag)),
    relations: own(contents.relations),
  };
}

test('a set that changed reopens what it touches; a finished gold set is frozen, sent, and shows who was overruled', async ({
  workbench,
  newcomer,
}) => {
  const contents = codedThrice(30);
  await begun(workbench, contents);
  const [, all] = await counts(workbench);
  await workbench.press('d');
  await expect(workbench.messages.getByText(`${all} passages are open.`)).toBeVisible();
  await workbench.press('m');
  await workbench.page.getByLabel('Reason').fill('Two against one.');
  await workbench.press('Enter');
  for (let card = 0; card < all; card += 1) {
    await workbench.press('1');
    await expect(decided(workbench)).toHaveText(`${card + 1} of ${all} decided`);
  }
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Leave the gold set').click();
  await takeIn(workbench, fileOf(changed(contents), 'changed.attest.json'));
  await workbench.page.locator('summary', { hasText: 'Sets' }).click();
  await workbench.button('Go on with the gold set of AB, BK, CL').click();
  await expect(decided(workbench)).toHaveText(`${all} of ${all + 1} decided`);
  await expect(workbench.annotation.getByText('What the sets say here has changed since it was decided')).toBeVisible();
  await workbench.press('1', 'd');
  await expect(workbench.annotation.getByText('It says what it said when it was finished.')).toBeVisible();
  await workbench.press('0');
  await expect(workbench.messages.getByText('This gold set is finished.')).toBeVisible();
  await workbench.button('Begin the next version').click();
  await workbench.press('d');
  await expect(workbench.annotation.getByRole('heading', { name: 'Version 2' })).toBeVisible();
  await workbench.button('Export the gold set').click();
  await workbench.page.getByLabel('Your name, as colleagues will see it').fill('Lea Moor');
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.button('Save the file').click()]);
  const gold = test.info().outputPath('gold.attest.json');
  await download.saveAs(gold);
  const sent: PackageContents = JSON.parse(readFileSync(gold, 'utf8'));
  expect(sent.sets?.[0]?.gold?.editions.map(({ version, finished }) => [version, finished?.contributors.length])).toEqual([
    [1, 4],
    [2, 4],
  ]);
  expect(sent.reviews?.filter((review) => review.kind === 'ruling' && review.comment === 'Two against one.')).toHaveLength(1);

  const annotator = await newcomer();
  await takeIn(annotator, fileOf(contents, 'three.attest.json'));
  await annotator.library.getByRole('link', { name: /The long watch/ }).click();
  await annotator.button('People and sets').click();
  await annotator.page.getByText('Ben Kerr').first().waitFor();
  await annotator.button('This is me').nth(1).click();
  await annotator.button('Show the set of Ben Kerr').click();
  await annotator.button('I am Ben Kerr').click();
  await takeIn(annotator, gold);
  await annotator.page.locator('summary', { hasText: 'Sets' }).click();
  await annotator.button('Review of Gold set by Lea Moor').click();
  await annotator.button('Go on').last().click();
  const overruled = annotator.page.getByRole('navigation', { name: 'Gold set by Lea Moor, version 2' });
  await expect(overruled.getByText(/^It differs from yours in \d+ of \d+\.$/)).toBeVisible();
  await expect(annotator.annotation.getByText(/^Decided by Lea Moor/)).toBeVisible();
});

test('a gold set is put together and finished by names alone', async ({ workbench }) => {
  const { page } = workbench;
  await takeIn(workbench, fileOf(codedThrice(30), 'three.attest.json'));
  await page.getByRole('link', { name: /The long watch/ }).click();
  await page.getByRole('main', { name: 'Article' }).getByText('Sets', { exact: true }).click();
  await page.getByRole('group', { name: 'Put a gold set together' }).getByRole('button', { name: 'Adjudicate' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go on' }).click();
  const passages = page.getByRole('navigation', { name: 'Gold set', exact: true });
  await expect(decided(workbench)).toBeVisible();
  const open = passages.getByRole('button', { name: /; open$/ });
  for (let left = await open.count(); left > 0; left -= 1) {
    await expect(open).toHaveCount(left);
    await open.first().click();
    const passage = page.getByRole('region', { name: /^Passage: / });
    await passage.getByRole('button', { name: 'Give a reason' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill(`Reason ${left}`);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await passage
      .getByRole('list')
      .getByRole('button', { name: /[A-Z]{2}.* 1$/ })
      .click();
  }
  await expect(open).toHaveCount(0);
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(workbench.annotation.getByText('It says what it said when it was finished.')).toBeVisible();
  await passages
    .getByRole('button', { name: /; decided$/ })
    .first()
    .click();
  await expect(workbench.annotation.getByText(/Reason \d+$/)).toBeVisible();
});
