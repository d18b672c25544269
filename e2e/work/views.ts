import { expect } from '@playwright/test';
import { application, writePackage } from '../../src/formats/package/write.ts';
import { codedThrice } from '../../src/testing/coded-thrice.ts';
import { samplePackage } from '../../src/testing/sample-package.ts';
import type { Workbench } from '../pages/workbench.ts';
import { importColleagues, notDone } from './colleagues-files.ts';

/** A view of Attest and the way to it from the view before. */
export interface View {
  readonly name: string;
  readonly reach: (workbench: Workbench) => Promise<void>;
}

const view = (name: string, reach: View['reach']): View => ({ name, reach });

/** Calls a command by its name, at any width. */
export async function call(workbench: Workbench, ...commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    await workbench.press('Control+k');
    await workbench.page.keyboard.type(command);
    await workbench.press('Enter');
  }
}

const offers = ({ page }: Workbench) => page.getByRole('group', { name: /^Offers for/ });
const panel = ({ page }: Workbench) => page.getByRole('complementary', { name: 'Panel' });
const checks = ({ page }: Workbench) => page.getByRole('region', { name: 'Checks' });

/** Waits until no message is left: one that goes away by itself may do so while it is looked at. */
const withoutMessages = ({ messages }: Workbench) => expect(messages.locator('[data-kind=done]')).toHaveCount(0);

const broken = { name: 'broken.attest.json', mimeType: 'application/json', buffer: Buffer.from('{"format": "attest-package"') };

/** A colleague’s set on an article of its own. */
export const sample = { name: 'sample.attest.json', mimeType: 'application/json', buffer: Buffer.from(samplePackage().bytes) };

/** Three sets on one text. */
const threeSets = {
  name: 'three.attest.json',
  mimeType: 'application/json',
  buffer: Buffer.from(writePackage(codedThrice(30), application).bytes),
};

/** Takes in what is previewed, and puts away the word about it, which would go by itself while it is looked at. */
async function takeIn(workbench: Workbench): Promise<void> {
  await panel(workbench).getByRole('button', { name: 'Import' }).click();
  await workbench.messages.getByText(/ imported$/).waitFor();
  await workbench.messages.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect(workbench.saveState).toHaveText('Saved');
}

/** Opens the article of the sample and asks for the review of its set. */
export async function openReview(workbench: Workbench): Promise<void> {
  await call(workbench, 'open headline of a sample');
  await workbench.page.getByText('Sets', { exact: true }).press('Enter');
  await workbench.button(/^Review of /).press('Enter');
}

/** Every view, in an order in which one leads to the next. */
export const views: readonly View[] = [
  view('the first screen', async () => undefined),
  view('a selection with its bar', async (workbench) => {
    await workbench.press('n');
    await workbench.page.getByRole('toolbar').waitFor();
  }),
  view('a tag with its offers', async (workbench) => {
    await workbench.press('q');
    await offers(workbench).waitFor();
  }),
  view('offers at the foot', async (workbench) => {
    await workbench.press('ArrowDown');
  }),
  view('the list of what it can be linked to', async (workbench) => {
    await workbench.press('k', 'b');
    await workbench.page.getByRole('listbox', { name: 'said by' }).waitFor();
  }),
  view('a tag with its links, and what is unsure', async (workbench) => {
    await workbench.press('Enter', 'v', 'Enter', 'f', 'Escape');
  }),
  view('a claim over a quote, with a value that is asked for', async (workbench) => {
    await workbench.press('n', 'q', 'c', 't');
  }),
  view('help of the codebook', async (workbench) => {
    await workbench.annotation
      .getByRole('button', { name: /^What .+ means|^Help|\?/ })
      .first()
      .click();
  }),
  view('edges that are edited', async (workbench) => {
    await workbench.press('e');
  }),
  view('a part that is waited for', async (workbench) => {
    await workbench.press('Escape', 'p', 'ArrowDown');
  }),
  view('the list of tags, with a filter', async (workbench) => {
    await workbench.press('Escape', 'Escape', 'Escape', 'Escape', '/');
    await workbench.page.keyboard.type('kim');
  }),
  view('what the checks found', async (workbench) => {
    await workbench.page.getByLabel('Find in the list').fill('');
    await workbench.press('Escape', 'd');
    await checks(workbench).getByRole('list', { name: 'Errors' }).waitFor();
  }),
  view('the reason of an acknowledgement', async (workbench) => {
    await workbench.press('r');
    await workbench.page.getByLabel('Why it is right as it is').waitFor();
  }),
  view('a message with its way back', async (workbench) => {
    await workbench.press('Escape', 'Escape', 'u', 'Delete');
    await workbench.messages.getByRole('button', { name: 'Undo' }).waitFor();
  }),
  view('all commands', async (workbench) => {
    await workbench.press('z', 'Control+k');
    await workbench.page.keyboard.type('kim');
  }),
  view('the tags here', async (workbench) => {
    await workbench.press('Escape', 'Shift+n', 'Shift+n', 'Shift+n', 'Shift+n');
    await call(workbench, 'tags here');
    await workbench.page.getByRole('combobox', { name: 'Tags here' }).waitFor();
  }),
  view('the keys', async (workbench) => {
    await workbench.press('Escape', '?');
    await workbench.page.getByLabel('Find a key').waitFor();
  }),
  view('a key that is taken', async (workbench) => {
    await workbench.button(/^Tag as quote/).click();
    await workbench.press('n');
    await workbench.page.getByRole('alert').waitFor();
  }),
  view('the codebook', async (workbench) => {
    await workbench.press('Escape');
    await call(workbench, 'codebook');
    await panel(workbench).getByRole('heading').first().waitFor();
  }),
  view('the register', async (workbench) => {
    await call(workbench, 'register');
    await panel(workbench).getByRole('list', { name: 'Register' }).getByRole('button').first().waitFor();
  }),
  view('an entry of the register, unfolded', async (workbench) => {
    await panel(workbench).getByRole('list', { name: 'Register' }).getByRole('button').first().click();
    for (const name of ['Filter', 'Entry', /mention/, 'Merge']) await panel(workbench).getByText(name, { exact: true }).first().click();
  }),
  view('the same words elsewhere', async (workbench) => {
    await call(workbench, 'next open');
    await call(workbench, 'same words');
    await panel(workbench).waitFor();
  }),
  view('storage and backup', async (workbench) => {
    await call(workbench, 'storage and');
    await workbench.button('Erase this project…').waitFor();
  }),
  view('people and sets', async (workbench) => {
    await call(workbench, 'people');
  }),
  view('the choice of an agreement report', async (workbench) => {
    await importColleagues(workbench, { articles: 1, sets: 2, tags: 12 }, notDone);
    await withoutMessages(workbench);
    await call(workbench, 'agreement report');
    await panel(workbench)
      .getByRole('checkbox', { name: /Ben Kerr/ })
      .waitFor();
  }),
  view('an agreement report', async (workbench) => {
    await panel(workbench).getByRole('button', { name: 'Measure agreement' }).click();
    await panel(workbench).getByText('How it was measured').click();
    await panel(workbench).getByRole('heading', { name: 'Hot spots' }).waitFor();
  }),
  view('the question before passages of colleagues', async (workbench) => {
    await panel(workbench)
      .getByRole('button', { name: /AQ, Tags: show/ })
      .click();
    await panel(workbench).getByRole('alertdialog').waitFor();
  }),
  view('the passages behind a count', async (workbench) => {
    await panel(workbench).getByRole('button', { name: 'Go on' }).click();
    await panel(workbench).getByRole('listitem').first().getByRole('button').waitFor();
  }),
  view('adding articles', async (workbench) => {
    await call(workbench, 'add articles');
  }),
  view('the details of an article', async (workbench) => {
    await call(workbench, 'details');
  }),
  view('tags that wait on an older version', async (workbench) => {
    const text = await workbench.article.evaluate((article) => article.textContent ?? '');
    await call(workbench, 'versions of');
    await workbench.page.getByLabel('Paste the new text').fill(text.replace('excellent sons', 'brave sons'));
    await workbench.button('Take as the newest version').click();
    await workbench.page.getByRole('list', { name: 'Waiting' }).getByRole('button').first().waitFor();
    await withoutMessages(workbench);
  }),
  view('an older version', async (workbench) => {
    await workbench.button('Read version 1').click();
    await workbench.page.getByRole('note').waitFor();
  }),
  view('the question for a name', async (workbench) => {
    await call(workbench, 'export');
    await workbench.page.getByLabel('Your name, as colleagues will see it').waitFor();
  }),
  view('an export', async (workbench) => {
    await workbench.page.keyboard.type('Ana Bell');
    await Promise.all([workbench.page.waitForEvent('download'), workbench.press('Enter')]);
    await workbench.page.getByText('Checksum phrase').waitFor();
  }),
  view('what an import would bring', async (workbench) => {
    await workbench.importInput.setInputFiles(sample);
    await panel(workbench).getByRole('button', { name: 'Import' }).waitFor();
  }),
  view('the question before somebody else’s tags are seen', async (workbench) => {
    await takeIn(workbench);
    await openReview(workbench);
    await workbench.page.getByRole('alertdialog').waitFor();
  }),
  view('a review', async (workbench) => {
    await workbench.button('Go on').click();
    await workbench.page.getByRole('region', { name: /^Card: / }).waitFor();
  }),
  view('the reason of a verdict', async (workbench) => {
    await workbench.press('r');
    await workbench.page.getByLabel('Reason').waitFor();
  }),
  view('a verdict, and that its rule is unclear', async (workbench) => {
    await workbench.page.keyboard.type('Nobody says so.');
    await workbench.press('Enter', 'k');
    await workbench.page.getByLabel('The rule is unclear').check();
  }),
  view('the rules that are unclear', async (workbench) => {
    await workbench.button('Leave the review').click();
    await call(workbench, 'codebook');
    await panel(workbench).getByRole('list', { name: 'Unclear rules' }).waitFor();
  }),
  view('the history of a tag', async (workbench) => {
    await panel(workbench).getByRole('list', { name: 'Unclear rules' }).getByRole('button').click();
    await call(workbench, 'codebook', 'next tag');
    await workbench.annotation.getByText('History', { exact: true }).click();
    await workbench.annotation.getByRole('list', { name: 'History' }).getByRole('listitem').first().waitFor();
  }),
  view('sets that can be adjudicated', async (workbench) => {
    await workbench.importInput.setInputFiles(threeSets);
    await takeIn(workbench);
    await call(workbench, 'open the long watch');
    await workbench.page.getByRole('article', { name: /^The long watch/ }).waitFor();
    await workbench.page.getByText('Sets', { exact: true }).press('Enter');
    await workbench.button('Adjudicate').waitFor();
  }),
  view('an adjudication', async (workbench) => {
    await workbench.button('Adjudicate').press('Enter');
    await workbench.page.getByRole('alertdialog').getByRole('button', { name: 'Go on' }).press('Enter');
    await workbench.page.getByRole('region', { name: /^Passage: / }).waitFor();
  }),
  view('a finished gold set', async (workbench) => {
    await workbench.press('1', '1', '1', '1', '1', '1', '1', 'd');
    await workbench.annotation.getByText('It says what it said when it was finished.').waitFor();
  }),
  view('a file that is refused', async (workbench) => {
    await workbench.importInput.setInputFiles(broken);
    await expect(panel(workbench).getByRole('alert')).toContainText('broken.attest.json');
  }),
  view('another language, right to left', async (workbench) => {
    await workbench.press('Escape');
    await call(workbench, 'open مكتبة');
    await workbench.press('n', 'q');
  }),
  view('the question whether to erase', async (workbench) => {
    await call(workbench, 'storage and');
    await workbench.button('Erase this project…').click();
    await workbench.page.getByRole('alert').first().waitFor();
  }),
  view('an erased project', async (workbench) => {
    await workbench.button('Erase everything').click();
    await workbench.page.getByRole('heading', { name: 'The project is erased' }).waitFor();
  }),
];
