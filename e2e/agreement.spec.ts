import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import { importColleagues, notDone } from './work/colleagues-files.ts';
import { call } from './work/views.ts';

const panel = ({ page }: Workbench) => page.getByRole('complementary', { name: 'Panel' });
const passages = (workbench: Workbench) => panel(workbench).getByRole('listitem');

/** Saves the report in a format; gives its contents. */
async function saved(workbench: Workbench, format: string): Promise<string> {
  const [download] = await Promise.all([
    workbench.page.waitForEvent('download'),
    panel(workbench).getByRole('button', { name: format, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^attest_agreement_\\d{4}-\\d\\d-\\d\\d\\.${format.toLowerCase()}$`));
  return readFile((await download.path()) ?? '', 'utf8');
}

test('two colleagues are compared, each count leads to its words, and the report goes out as files', async ({ workbench }) => {
  await importColleagues(workbench, { articles: 3, sets: 2, tags: 10 });
  await call(workbench, 'agreement report');
  // By keyboard alone, as far as the article.
  await panel(workbench)
    .getByRole('checkbox', { name: /Ada Quill/ })
    .focus();
  await expect(panel(workbench).getByRole('checkbox', { name: /Ben Kerr/ })).toBeChecked();
  await workbench.press('Tab', 'Tab', 'Tab', 'Enter');
  const onlyAda = panel(workbench)
    .getByRole('button', { name: /^\d+, All, Only AQ/ })
    .first();
  const count = Number(await onlyAda.textContent());
  await onlyAda.focus();
  await workbench.press('Enter');
  // Whoever compares has not read the articles either.
  await panel(workbench).getByRole('button', { name: 'Go on' }).focus();
  await workbench.press('Enter');
  await expect(panel(workbench).getByText(`${count} passages`, { exact: true })).toBeVisible();
  await expect(passages(workbench)).toHaveCount(count);
  await expect(panel(workbench).getByRole('button', { name: 'Back to the report' })).toBeFocused();
  const first = passages(workbench).first();
  const quoted = (await first.locator('bdi').first().textContent()) ?? '';
  await workbench.press('Tab', 'Enter');
  await expect(workbench.page.getByRole('article').getByText(/Report \d of the harbor/)).toBeVisible();
  await expect(workbench.article.locator('mark[data-layer="AQ"]').first()).toBeVisible();
  expect(await workbench.hasSelected(quoted)).toBe(true);
  await panel(workbench).getByRole('button', { name: 'Back to the report' }).click();
  await expect(onlyAda).toBeFocused();

  const json = JSON.parse(await saved(workbench, 'JSON')) as { header: { documents: number }; found: { pairs: { onlyFirst: number }[] }[] };
  expect(json.header.documents).toBe(3);
  expect(json.found[0]?.pairs[0]?.onlyFirst).toBe(count);
  const csv = await saved(workbench, 'CSV');
  expect(csv).toContain('section,table,row,column,value,from,to,undefined because\r\n');
  expect(csv).toContain(`,All,Only AQ,${count},`);
  const html = await saved(workbench, 'HTML');
  expect(html).toContain('default-src &#39;none&#39;');
  expect(html).not.toMatch(/<script|https?:/u);
  expect(html).toContain('AQ: Ada Quill, independent');
  expect(html).toContain('undefined because there are');
});

test('measuring can be cancelled, and one set alone is not measured', async ({ workbench }) => {
  await importColleagues(workbench, { articles: 40, sets: 2, tags: 40 });
  await call(workbench, 'agreement report');
  await panel(workbench).getByRole('button', { name: 'Measure agreement' }).click();
  await panel(workbench).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(workbench).getByRole('button', { name: 'Measure agreement' })).toBeVisible();
  await workbench.page.waitForTimeout(1_000);
  await expect(panel(workbench).getByRole('button', { name: 'New report' })).toHaveCount(0);
  await panel(workbench)
    .getByRole('checkbox', { name: /Ben Kerr/ })
    .uncheck();
  await panel(workbench).getByRole('button', { name: 'Measure agreement' }).click();
  await expect(panel(workbench).getByRole('alert')).toHaveText('Choose at least two sets.');
});

test('one’s own set counts as derived once passages of a colleague are seen before it is done', async ({ workbench }) => {
  await workbench.press('n', 'q');
  await importColleagues(workbench, { articles: 2, sets: 2, tags: 10 }, notDone);
  await call(workbench, 'agreement report');
  await panel(workbench).getByRole('button', { name: 'Measure agreement' }).click();
  await panel(workbench)
    .getByRole('button', { name: /AQ, Tags: show/ })
    .first()
    .click();
  await expect(panel(workbench).getByRole('alertdialog')).toContainText('Yours will count as derived');
  await expect(passages(workbench)).toHaveCount(0);
  await panel(workbench).getByRole('button', { name: 'Wait until mine are done' }).click();
  await expect(panel(workbench).getByRole('alertdialog')).toHaveCount(0);
  await panel(workbench)
    .getByRole('button', { name: /AQ, Tags: show/ })
    .first()
    .click();
  await panel(workbench).getByRole('button', { name: 'Go on' }).click();
  await expect(passages(workbench).first()).toBeVisible();
  await expect(workbench.saveState).toHaveText('Saved');
  await panel(workbench).getByRole('button', { name: 'Back to the report' }).click();
  await panel(workbench).getByRole('button', { name: 'New report' }).click();
  await expect(panel(workbench).getByText('derived', { exact: false }).first()).toBeVisible();
});
