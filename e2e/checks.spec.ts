import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const checksOf = ({ page }: Workbench) => page.getByRole('region', { name: 'Checks' });
const summary = (workbench: Workbench) => checksOf(workbench).getByRole('button', { name: /^Checks/ });
const status = ({ page }: Workbench) => page.getByLabel('Article status').first();
const notice = (workbench: Workbench, words: string | RegExp) => workbench.page.getByRole('region', { name: 'Messages' }).getByText(words);

/** The words that are painted as quotation marks without a quote. */
const painted = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('uncovered') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')));

async function violations({ page }: Workbench) {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** As a click beside the text would: keys are the workbench's again. */
const leaveField = ({ page }: Workbench) =>
  page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());

test('a quote without a speaker is found, gone to and mended; a hint is acknowledged; the article is done', async ({ workbench }) => {
  const { page } = workbench;
  await expect(summary(workbench)).toHaveText(/\d+ warnings, \d+ hints/);
  await workbench.press('n', 'q', 'ArrowRight', 's', '1');
  await page.getByLabel('Naming').selectOption('named');
  await leaveField(workbench);
  await expect(summary(workbench)).toHaveText(/2 errors/);

  await workbench.press('d');
  await expect(notice(workbench, 'Not done yet: 1 error needs you. It is selected.')).toBeVisible();
  await expect(status(workbench)).toHaveValue('to-do');
  const errors = checksOf(workbench).getByRole('list', { name: 'Errors' }).getByRole('listitem');
  await expect(errors).toHaveCount(2);
  const speaker = errors.filter({ hasText: 'Nobody is linked as the speaker.' });
  await expect(speaker.getByRole('button').first()).toHaveAttribute('aria-current', 'true');
  await expect(workbench.annotation.getByRole('blockquote')).toContainText('"The new street has been built');
  await workbench.press('a', 'Enter');
  await expect(speaker).toHaveCount(0);

  const headline = checksOf(workbench).getByRole('button', { name: /No claim is tagged in the headline/ });
  await headline.click();
  // It lies in no tag, so none is selected any more.
  await expect(workbench.annotation.getByRole('blockquote')).toHaveCount(0);
  await workbench.press('r');
  await page.keyboard.type('a mere label');
  await workbench.press('Enter');
  await expect(headline).toHaveCount(0);
  await expect(summary(workbench)).toHaveText(/1 acknowledged/);
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.reload();
  await summary(workbench).click();
  await checksOf(workbench).getByText('Acknowledged 1').click();
  await expect(checksOf(workbench).getByText('a mere label (You)')).toBeVisible();

  // What is only proposed is confirmed in one go, and taken back in one go.
  await leaveField(workbench);
  await workbench.press('d');
  const proposals = page.getByRole('form', { name: 'Are these right?' });
  await expect(proposals.getByRole('group')).toHaveCount(1);
  await expect(proposals.getByRole('group', { name: 'Mode: Direct, 1 quote' }).getByRole('checkbox')).toBeChecked();
  expect(await violations(workbench)).toEqual([]);
  await workbench.press('Enter');
  await expect(status(workbench)).toHaveValue('done');
  await expect(notice(workbench, 'The article is done.')).toBeVisible();
  await workbench.press('z');
  await expect(status(workbench)).toHaveValue('to-do');
  await workbench.press('Shift+z');
  await expect(status(workbench)).toHaveValue('done');
  await workbench.press('d');
  await expect(status(workbench)).toHaveValue('in-progress');
});

test('what is left out of the list stays proposed, and the article is not done', async ({ workbench }) => {
  await workbench.add('bridge.txt', 'Bridge opens\n\n“The bridge is safe,” Ada Quill said.');
  await expect(workbench.article).toHaveAccessibleName('Bridge opens');
  await workbench.press('n', 'q', 'ArrowRight', 'Shift+ArrowRight', 's', '1', 'k', 'b', 'Enter');
  await status(workbench).selectOption('done');
  const proposals = workbench.page.getByRole('form', { name: 'Are these right?' });
  await expect(proposals.getByRole('group')).toHaveCount(2);
  await proposals.getByRole('checkbox').first().uncheck();
  await proposals.getByRole('button', { name: 'Confirm 1 value, mark done' }).click();
  await expect(notice(workbench, /^Confirmed\. 1 error is still open/)).toBeVisible();
  await expect(status(workbench)).toHaveValue('to-do');
});

test('quotation marks without a quote are shown in the text until they are tagged or acknowledged', async ({ workbench }) => {
  await expect.poll(() => painted(workbench.page)).not.toEqual([]);
  const before = await painted(workbench.page);
  expect(before.every((words) => /^["“]/.test(words))).toBe(true);
  await workbench.press('n', 'q');
  await expect.poll(() => painted(workbench.page)).toEqual(before.slice(1));
  await workbench.press('z');
  await expect.poll(() => painted(workbench.page)).toEqual(before);
  await summary(workbench).click();
  const marks = checksOf(workbench).getByRole('button', { name: /These quotation marks are in no quote/ });
  await marks.first().click();
  await workbench.press('a');
  await expect.poll(() => painted(workbench.page)).toEqual(before.slice(1));
  await expect(workbench.list).toHaveCount(1);
});

test.describe('390 px', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('the list of findings stays up although nothing is selected any more, and a reason can be given', async ({ workbench }) => {
    await workbench.press('n', 'q', 'Escape', 'd');
    await checksOf(workbench)
      .getByRole('button', { name: /No claim is tagged in the headline/ })
      .click();
    await workbench.press('r');
    await expect(workbench.page.getByLabel('Why it is right as it is')).toBeFocused();
  });
});
