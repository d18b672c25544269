import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { rawTitles, serveControl } from './controls/serve.ts';
import { expect, test } from './fixtures.ts';
import { collectHits } from './hostile/hits.ts';
import { hostileCodebookFile, hostilePackage } from './hostile/package.ts';
import { scriptStrings } from './hostile/script-strings.ts';
import { Workbench } from './pages/workbench.ts';
import { call } from './work/views.ts';

const long = process.env.TEST_LENGTH === 'long';
// In short every twentieth tag is looked at by itself; all of them are drawn in lists.
const each = long ? 1 : 20;

const file = (buffer: Buffer, name = 'from-ben.attest.json') => ({ name, mimeType: 'application/json', buffer });

/** Reads the package and takes it in. */
async function takeIn(workbench: Workbench, buffer: Buffer): Promise<void> {
  await workbench.importInput.setInputFiles(file(buffer));
  await workbench.page.getByText(`From ${scriptStrings[0]}`).waitFor();
  await workbench.page.getByRole('complementary').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(workbench.saveState).toHaveText('Saved');
}

/** Opens the set of the package, and its article in which every string is a paragraph and a tag. */
async function openTheirs(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await openEverything(workbench);
  await call(workbench, 'people');
  await page.getByRole('button', { name: `Show the set of ${scriptStrings[0]}`, exact: true }).click();
  await workbench.button('Go on').click();
  await expect(workbench.list).not.toHaveCount(0);
}

async function openEverything(workbench: Workbench): Promise<void> {
  await call(workbench, 'open headline of everything');
  await expect(workbench.article).toHaveAccessibleName('Headline of everything');
}

async function walkTags(workbench: Workbench): Promise<void> {
  const tags = workbench.list.getByRole('button');
  const count = await tags.count();
  for (let index = 0; index < count; index += each) await tags.nth(index).click();
  await call(workbench, 'tags here');
  await workbench.page.getByRole('combobox', { name: 'Tags here' }).waitFor();
  await workbench.press('Escape');
}

/** The codebook with their words as a file: what would change, and the codebook itself once it is taken. */
async function walkCodebook(workbench: Workbench): Promise<void> {
  await call(workbench, 'codebook');
  const panel = workbench.page.getByRole('complementary', { name: 'Panel' });
  await panel.locator('input[type=file]').setInputFiles(file(hostileCodebookFile(), 'hostile.codebook.json'));
  await expect(panel).toContainText('hit(');
  await panel.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(workbench.saveState).toHaveText('Saved');
  await expect(panel.getByRole('button', { name: 'Replace', exact: true })).toHaveCount(0);
  await expect(panel).toContainText('hit(');
}

async function walkRegister(workbench: Workbench): Promise<void> {
  await call(workbench, 'register');
  const panel = workbench.page.getByRole('complementary', { name: 'Panel' });
  const entries = panel.getByRole('list', { name: 'Register' }).getByRole('button');
  await entries.first().waitFor();
  const count = await entries.count();
  expect(count).toBeGreaterThanOrEqual(scriptStrings.length);
  const unfolded = new Set<string>();
  for (let index = 0; index < count; index += 2 * each) {
    await entries.nth(index).click();
    for (const part of ['Entry', 'Filter', 'mention', 'Merge']) {
      // Who is named nowhere has nothing to filter.
      const summary = panel.locator('summary', { hasText: part }).first();
      if ((await summary.count()) === 0) continue;
      await summary.click();
      unfolded.add(part);
    }
    await call(workbench, 'register');
  }
  expect(unfolded.size).toBe(4);
}

async function walkArticles(workbench: Workbench): Promise<void> {
  for (let index = 0; index < scriptStrings.length; index += 2 * each) {
    await workbench.library.getByRole('link').nth(index).click();
    await call(workbench, 'details');
  }
}

/** The sheets of their set as files, opened without Attest and its policy. */
async function walkSheets(workbench: Workbench, hits: number[]): Promise<void> {
  const { page } = workbench;
  await workbench.button('Export').click();
  await page.getByText('More formats').click();
  await workbench.button('Evidence sheets').click();
  await page.getByText('What goes along').click();
  const sets = page.getByRole('group', { name: 'Sets' }).getByRole('checkbox');
  await sets.nth(1).check();
  await sets.first().uncheck();
  const [download] = await Promise.all([page.waitForEvent('download'), workbench.button('Save the file').click()]);
  const bytes = readFileSync(await download.path());
  const sheets = download.suggestedFilename().endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes];
  expect(Buffer.from(sheets[0] ?? []).toString('utf8')).toContain('hit(');
  const sheet = await page.context().newPage();
  await collectHits(sheet, hits);
  for (const content of sheets.slice(0, 5)) await sheet.setContent(Buffer.from(content).toString('utf8'));
  await sheet.close();
}

/** The same records with other notes, which have to be decided one by one; and a file that is refused, with a name that is no better. */
async function lookAtFaults(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const input = workbench.importInput;
  await input.setInputFiles(file(hostilePackage(' again')));
  await expect(page.getByRole('region', { name: 'Differs from yours' })).toContainText('hit(');
  const name = `${scriptStrings[2]?.replaceAll('/', '')}.json`;
  await input.setInputFiles(file(Buffer.from(`{"format": ${JSON.stringify(scriptStrings[3])}}`), name));
  await expect(page.getByRole('alert')).toContainText(name);
}

test(`${scriptStrings.length} strings in every field run nothing in any view`, async ({ workbench }) => {
  test.setTimeout(long ? 1_200_000 : 240_000);
  const { page } = workbench;
  page.setDefaultTimeout(20_000);
  const hits: number[] = [];
  await collectHits(page, hits);
  await workbench.reload();
  await takeIn(workbench, hostilePackage());
  await openTheirs(workbench);
  await walkTags(workbench);
  await walkCodebook(workbench);
  await walkRegister(workbench);
  await walkArticles(workbench);
  await openEverything(workbench);
  await walkSheets(workbench, hits);
  await lookAtFaults(workbench);
  expect(hits).toEqual([]);
});

test('the same test catches a build that draws titles as markup', async ({ browser }) => {
  const { address, stop } = await serveControl(rawTitles);
  const context = await browser.newContext({ bypassCSP: true });
  try {
    const page = await context.newPage();
    const hits: number[] = [];
    await collectHits(page, hits);
    await page.goto(address);
    const workbench = new Workbench(page);
    await workbench.ready();
    await takeIn(workbench, hostilePackage());
    await expect.poll(() => new Set(hits).size).toBeGreaterThanOrEqual(20);
  } finally {
    await context.close();
    await stop();
  }
});
