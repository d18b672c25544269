import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import { readmeScript, runReadmeScript } from './readme-script.ts';

/** Tags and links something, exports it, and gives where the file lies. */
async function exported(workbench: Workbench, name: string): Promise<string> {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button('Export').click();
  await workbench.page.getByLabel('Your name, as colleagues will see it').fill(name);
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.page.keyboard.press('Enter')]);
  const path = join(test.info().outputDir, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const importFile = (workbench: Workbench, path: string) => workbench.importInput.setInputFiles(path);

test('an export is verified by the script of the README and by attest validate', async ({ workbench }) => {
  const path = await exported(workbench, 'Ana Bell');
  await expect(workbench.page.getByText('Checksum phrase')).toBeVisible();
  const lines = readmeScript().split('\n').length;
  expect(lines).toBeGreaterThan(5);
  expect(lines).toBeLessThanOrEqual(30);
  expect(runReadmeScript(path)).toContain('2 annotations');
  const shifted = join(test.info().outputDir, 'shifted.attest.json');
  writeFileSync(
    shifted,
    readFileSync(path, 'utf8').replace(/"start": (\d+)/, (_, start) => `"start": ${Number(start) + 1}`),
  );
  expect(() => runReadmeScript(shifted)).toThrow();
  expect(execFileSync(process.execPath, ['scripts/attest.mjs', 'validate', path], { encoding: 'utf8' })).toContain('good');
});

test('importing one’s own file changes nothing; a colleague imports it once, and it is one step to undo', async ({
  workbench,
  newcomer,
}) => {
  const path = await exported(workbench, 'Ana Bell');
  await importFile(workbench, path);
  await expect(workbench.page.getByText('Everything in this file is here already.')).toBeVisible();
  await expect(workbench.button('Import')).toHaveCount(1);

  const colleague = await newcomer();
  await importFile(colleague, path);
  await expect(colleague.page.getByText('From Ana Bell')).toBeVisible();
  await colleague.page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();
  await expect(colleague.saveState).toHaveText('Saved');
  await colleague.button('People and sets').click();
  await colleague.button('Show the set of Ana Bell').click();
  await colleague.button('Go on').click();
  await expect(colleague.list).toHaveCount(2);
  await colleague.list.first().getByRole('button').click();
  await expect(colleague.annotation.getByText('These tags can be read here, not changed.')).toBeVisible();
  await importFile(colleague, path);
  await expect(colleague.page.getByText('Everything in this file is here already.')).toBeVisible();
  await colleague.button('Undo looking at a colleague’s set').click();
  await colleague.button('Undo import').first().click();
  await expect(colleague.button('Redo import')).toBeEnabled();
  await expect(colleague.saveState).toHaveText('Saved');
  await expect(colleague.list).toHaveCount(0);
  await colleague.reload();
  await expect(colleague.list).toHaveCount(0);
});

/** Saves the shown set to a file again; gives where it lies. */
async function exportedAgain(workbench: Workbench, choose: () => Promise<void> = async () => undefined): Promise<string> {
  await workbench.button('Export').click();
  await choose();
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.button('Save the file').click()]);
  const path = test.info().outputPath('again', download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const takeIn = (workbench: Workbench) => workbench.page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();

async function note(workbench: Workbench, words: string): Promise<void> {
  // What was exported or imported may still be shown.
  await workbench.press('Escape');
  await workbench.list.first().getByRole('button').click();
  await workbench.press('m');
  await workbench.page.keyboard.type(words);
  await workbench.press('Escape');
  await expect(workbench.saveState).toHaveText('Saved');
}

test('what a colleague sends again takes the place of what they sent before', async ({ workbench, newcomer }) => {
  const colleague = await newcomer();
  await importFile(colleague, await exported(workbench, 'Ana Bell'));
  await takeIn(colleague);
  await note(workbench, 'Said twice.');
  const path = await exportedAgain(workbench);
  await importFile(colleague, path);
  await expect(colleague.page.getByText('Newer than yours, will replace')).toBeVisible();
  await takeIn(colleague);
  await expect(colleague.saveState).toHaveText('Saved');
  await importFile(colleague, path);
  await expect(colleague.page.getByText('Everything in this file is here already.')).toBeVisible();
});

test('where two copies of a set grew apart each difference is decided, and one undo takes it back', async ({ workbench, newcomer }) => {
  const path = await exported(workbench, 'Ana Bell');
  const elsewhere = await newcomer();
  await importFile(elsewhere, path);
  await takeIn(elsewhere);
  await elsewhere.button('People and sets').click();
  await elsewhere.button('This is me').click();
  await elsewhere.button('Show the set of Ana Bell').click();
  await elsewhere.button('I am Ana Bell').click();
  await note(elsewhere, 'From the train.');
  await note(workbench, 'From the office.');
  await importFile(workbench, await exportedAgain(elsewhere));
  const differs = workbench.page.getByRole('region', { name: 'Differs from yours' });
  await expect(differs.getByText('1 is still to be decided.')).toBeVisible();
  await expect(differs.getByText('From the office.')).toBeVisible();
  await expect(workbench.page.getByRole('complementary').getByRole('button', { name: 'Import' })).toBeDisabled();
  // What decides is loaded with the first decision.
  await differs.getByRole('radio', { name: /From the train/ }).click();
  await expect(differs.getByRole('radio', { name: /From the train/ })).toBeChecked();
  await takeIn(workbench);
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.list.first().getByRole('button').click();
  await expect(workbench.annotation.getByLabel('Note')).toHaveValue('From the train.');
  await workbench.button('Undo import').first().click();
  await expect(workbench.annotation.getByLabel('Note')).toHaveValue('From the office.');
});

test('what goes along is chosen, counted before it is written, and nothing else is in the file', async ({ workbench }) => {
  await exported(workbench, 'Ana Bell');
  await note(workbench, 'For me alone.');
  const holds = (words: string) =>
    expect(workbench.page.getByRole('status').filter({ hasText: 'The file will hold' })).toContainText(words);
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const silent = await exportedAgain(workbench, async () => {
    await holds('2 tags, 1 link');
    await workbench.page.getByText('What goes along').click();
    for (const part of ['The texts', 'Notes', 'Names of people']) await workbench.page.getByLabel(part, { exact: true }).uncheck();
  });
  expect(readFileSync(silent, 'utf8')).not.toMatch(/For me alone|Ana Bell|ribbon-cutting/u);
  expect(read(silent).authors).toEqual([expect.objectContaining({ name: 'Analyst 1', pseudonym: true })]);
  execFileSync(process.execPath, ['scripts/attest.mjs', 'validate', silent]);
  const blind = await exportedAgain(workbench, async () => {
    await workbench.page.getByText('What goes along').click();
    await workbench.page.getByLabel('The open one').check();
    await workbench.page.getByRole('group', { name: 'Sets' }).getByLabel('Ana Bell').uncheck();
    await holds('1 article');
    await holds('Texts and codebook only');
  });
  expect(read(blind)).toMatchObject({ annotations: [], sets: [], authors: [], texts: [{ content: expect.any(String) }] });
  execFileSync(process.execPath, ['scripts/attest.mjs', 'validate', blind]);
});

test('a format for other tools says first what it leaves out, and several files come in one archive', async ({ workbench }) => {
  await exported(workbench, 'Ana Bell');
  const saved = async (format: string) => {
    await workbench.button('Export').click();
    await workbench.page.getByText('More formats').click();
    await workbench.button(format).click();
    await expect(workbench.page.getByRole('heading', { name: 'What this format does not carry' })).toBeVisible();
    const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.button('Save the file').click()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  };
  const tables = await saved('Tables (CSV)');
  expect(tables.name).toMatch(/^attest_Ana-Bell_.*_csv\.zip$/u);
  const files = unzipSync(tables.bytes);
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['claims.csv', 'tags.csv', 'links.csv']));
  expect(strFromU8(files['tags.csv'] ?? new Uint8Array())).toContain('Kim');
  const markdown = await saved('Markdown');
  expect(markdown.name).toMatch(/_statements\.md$/u);
  expect(strFromU8(markdown.bytes)).toContain('said by');
});

test('files of another tool are read as what they are: what is here already adds nothing, and a newcomer gets a set by somebody else', async ({
  workbench,
  newcomer,
}) => {
  const path = await exported(workbench, 'Ana Bell');
  const saved = async (format: string) => {
    await workbench.button('Export').click();
    await workbench.page.getByText('More formats').click();
    await workbench.button(format).click();
    const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.button('Save the file').click()]);
    const archive = join(test.info().outputDir, download.suggestedFilename());
    await download.saveAs(archive);
    return archive;
  };
  const [cas, brat] = [await saved('UIMA CAS JSON'), await saved('brat standoff')];
  await importFile(workbench, cas);
  await expect(workbench.page.getByText('Read as UIMA CAS JSON (INCEpTION)')).toBeVisible();
  await expect(workbench.page.getByText('Everything in this file is here already.')).toBeVisible();

  const colleague = await newcomer();
  await importFile(colleague, brat);
  await expect(colleague.page.getByText('Read as brat standoff')).toBeVisible();
  await takeIn(colleague);
  await expect(colleague.saveState).toHaveText('Saved');
  await colleague.button('People and sets').click();
  await expect(colleague.page.getByText(/2 tags/)).toHaveCount(1);

  // Her own copy is not older for what the archive said of her set.
  await importFile(colleague, path);
  await takeIn(colleague);
  await expect(colleague.saveState).toHaveText('Saved');
  await colleague.button('People and sets').click();
  await expect(colleague.page.getByText(/2 tags/)).toHaveCount(2);
});

test('a file that is not one is refused with its place, and nothing changes', async ({ workbench }) => {
  const file = (content: string) => ({ name: 'from-ben.attest.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const input = workbench.importInput;
  await input.setInputFiles(file('{"format": "attest-package", "formatVersion": 9}'));
  await expect(workbench.page.getByRole('alert')).toContainText('from-ben.attest.json was not imported. Nothing was changed.');
  await expect(workbench.page.getByText('/formatVersion')).toBeVisible();
  await input.setInputFiles(file('<html>'));
  await expect(workbench.page.getByText('the file', { exact: true })).toBeVisible();
  await expect(workbench.button('Undo: nothing yet')).toBeDisabled();
});

test('another person on this machine has a set of their own', async ({ workbench }) => {
  await workbench.press('n', 'q');
  await workbench.button('People and sets').click();
  await workbench.button('Another person on this machine').click();
  await workbench.press('Escape');
  await expect(workbench.list).toHaveCount(0);
  await workbench.press('n', 'q');
  await expect(workbench.list).toHaveCount(1);
  await workbench.reload();
  await expect(workbench.list).toHaveCount(1);
  await expect(workbench.list.getByRole('button')).toHaveAccessibleName(/unconditionally/);
});
