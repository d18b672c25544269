import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import { importColleagues } from './work/colleagues-files.ts';

const panel = ({ page }: Workbench) => page.getByRole('complementary', { name: 'Panel' });

/** Opens the report by the list of commands and measures what is chosen. */
async function measure(workbench: Workbench): Promise<void> {
  await workbench.press('Control+k');
  await workbench.page.keyboard.type('agreement');
  await workbench.press('Enter');
  await panel(workbench).getByRole('button', { name: 'Measure agreement' }).click();
}

/** Saves the report in a format; gives its contents. */
async function saved(workbench: Workbench, format: string): Promise<string> {
  const [download] = await Promise.all([
    workbench.page.waitForEvent('download'),
    panel(workbench).getByRole('button', { name: format, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^attest_agreement_\\d{4}-\\d\\d-\\d\\d\\.${format.toLowerCase()}$`));
  return readFile((await download.path()) ?? '', 'utf8');
}

test('two colleagues are compared, and each count leads to its words', async ({ workbench }) => {
  await importColleagues(workbench, { articles: 12, sets: 2, tags: 10 });
  await measure(workbench);
  await panel(workbench).screenshot({path: '/tmp/shots/agr-1.png'});
});
