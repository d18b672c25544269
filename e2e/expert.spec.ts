import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import { type ExpertTag, expertLinks, expertTags } from './work/expert-annotation.ts';
import { type ExportedTags, expectedAnnotation, foundAnnotation } from './work/expert-contents.ts';
import { expertSteps } from './work/expert-keys.ts';
import { CountedKeyboard } from './work/keyboard.ts';
import { Named } from './work/named.ts';

// A picture of the page for each of five hundred keys takes longer than the keys.
test.use({ trace: 'off' });

const [agency, short] = ['Korean Central News Agency', 'KCNA'];
// Hundreds of keys, one after the other, on a busy machine.
const enough = 120_000;
const strip = ({ page }: Workbench) => page.getByRole('group', { name: /^Offers for/ });
const register = ({ page }: Workbench) => page.getByRole('list', { name: 'Register' });
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Has the package exported and compares it with what the expert means; no error may be open, and the article is done. */
async function expectExported({ page }: Workbench, act: () => Promise<unknown>): Promise<ExportedTags> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const exported: ExportedTags = JSON.parse(await readFile(await download.path(), 'utf8'));
  const { tags, links } = expectedAnnotation();
  const found = foundAnnotation(exported);
  expect(found.tags).toEqual(tags);
  expect(found.links).toEqual(links);
  expect(exported.articles.filter(({ status }) => status === 'done').map(({ title }) => title)).toEqual([
    'North Korea Gifts New Apartments to Families of Soldiers Killed Fighting for Russia',
  ]);
  return exported;
}

/** The same package with one thing missing or wrong. */
function spoilt({ annotations, relations, ...rest }: ExportedTags): readonly ExportedTags[] {
  const [first, ...others] = annotations;
  const [link, ...links] = relations;
  if (!first || !link) throw new Error('Something was exported.');
  const [segment, ...parts] = first.segments;
  const moved = { ...first, segments: [{ exact: '', end: 0, ...segment, start: (segment?.start ?? 0) + 1 }, ...parts] };
  return [
    { ...rest, relations, annotations: others },
    { ...rest, relations, annotations: [moved, ...others] },
    { ...rest, relations, annotations: [{ ...first, attributes: {} }, ...others] },
    { ...rest, relations, annotations: [{ ...first, suggested: Object.keys(first.attributes) }, ...others] },
    { ...rest, annotations, relations: links },
    { ...rest, annotations, relations: [{ ...link, to: link.from }, ...links] },
  ];
}

async function mergeByKeys(workbench: Workbench, keyboard: CountedKeyboard): Promise<void> {
  const { page } = workbench;
  await keyboard.press('Control+k type:register Enter');
  await keyboard.tabTo(register(workbench).getByRole('button', { name: agency }));
  await keyboard.press('Enter');
  await keyboard.tabTo(page.getByText('Merge', { exact: true }));
  await keyboard.press('Enter');
  await keyboard.tabTo(page.getByLabel('The other entry'));
  await keyboard.press(`type:${short}`);
  await keyboard.tabTo(workbench.button('Merge the two'));
  await keyboard.press('Enter Escape Escape');
}

test('the whole annotation of the seed by keyboard alone, a quote with its speaker in six keys or less', async ({ workbench }) => {
  test.setTimeout(enough);
  const keyboard = new CountedKeyboard(workbench.page);
  const counts: number[] = [];
  for (const [index, { keys, quote }] of expertSteps.entries()) {
    const count = await keyboard.press(keys);
    if (quote) counts.push(count);
    // The rules read the article beside the page: the first offer may take a moment.
    if (index === 0) await expect(strip(workbench)).toBeVisible();
  }
  expect(counts.length).toBe(6);
  expect(middle(counts), counts.join()).toBeLessThanOrEqual(6);
  await mergeByKeys(workbench, keyboard);
  await keyboard.press('d');
  await expect(workbench.page.getByLabel('Article status').first()).toHaveValue('done');
  await keyboard.press('Control+k type:export Enter');
  await expect(workbench.page.getByLabel('Your name, as colleagues will see it')).toBeFocused();
  const exported = await expectExported(workbench, () => keyboard.press('type:Ana_Bell Enter'));
  for (const other of spoilt(exported)) expect(foundAnnotation(other)).not.toEqual(expectedAnnotation());
});

test('the same annotation by roles and names alone', async ({ workbench }) => {
  test.setTimeout(enough);
  const { page } = workbench;
  const named = new Named(page);
  const tags: Readonly<Record<string, ExpertTag>> = expertTags;
  for (const tag of Object.values(tags)) await named.tag(tag);
  for (const [relation, from, to] of expertLinks) {
    const ends = [tags[from], tags[to]] as const;
    if (!ends[0] || !ends[1]) throw new Error(`There is no ${from} or no ${to}.`);
    await named.link(relation, ends[0], ends[1]);
  }
  await page
    .getByRole('region', { name: 'Checks' })
    .getByRole('button', { name: /^Mark done/ })
    .click();
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('The article is done.')).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('textbox', { name: 'Your name, as colleagues will see it' }).fill('Ana Bell');
  await expectExported(workbench, () =>
    page.getByRole('complementary', { name: 'Panel' }).getByRole('button', { name: 'Save the file' }).click(),
  );
});
