import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { application, writePackage } from '../src/formats/package/write.ts';
import { generatedSet } from '../src/testing/generated-set.ts';
import { count, seed } from '../src/testing/test-length.ts';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const projects = count(1, 100);

/** Imports a file and exports every set that came with it; gives the bytes. */
async function through(workbench: Workbench, path: string): Promise<Buffer> {
  const { page } = workbench;
  await workbench.importInput.setInputFiles(path);
  await page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();
  await expect(workbench.messages.getByText(/ imported$/)).toBeVisible();
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Export').click();
  await page.getByText('What goes along').click();
  const sets = page.getByRole('group', { name: 'Sets' }).getByRole('checkbox');
  for (let index = (await sets.count()) - 1; index > 0; index -= 1) await sets.nth(index).check();
  await sets.first().uncheck();
  // Who exports what was said in a review is asked for a name, which goes into no file here.
  const name = page.getByLabel('Your name, as colleagues will see it');
  await expect(page.getByText('Counting…')).toBeHidden();
  if (await name.isVisible()) await name.fill('Somebody else');
  const [download] = await Promise.all([page.waitForEvent('download'), workbench.button('Save the file').click()]);
  return readFileSync(await download.path());
}

test(`what is exported, imported elsewhere and exported again is the same to the byte (${projects} projects)`, async ({ newcomer }) => {
  test.setTimeout(projects * 60_000);
  const drawn = fc.sample(generatedSet, { seed, numRuns: 3 * projects }).filter(({ annotations = [] }) => annotations.length > 2);
  expect(drawn.length).toBeGreaterThanOrEqual(projects);
  for (const [index, contents] of drawn.slice(0, projects).entries()) {
    const path = test.info().outputPath(`${index}.attest.json`);
    writeFileSync(path, writePackage(contents, application).bytes);
    const [one, other] = [await newcomer(), await newcomer()];
    const first = await through(one, path);
    const again = test.info().outputPath(`${index}-again.attest.json`);
    writeFileSync(again, first);
    expect(Buffer.compare(await through(other, again), first), `project ${index}`).toBe(0);
    for (const { page } of [one, other]) await page.context().close();
  }
});
