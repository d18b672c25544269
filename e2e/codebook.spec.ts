import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

interface Draft {
  id: string;
  version: string;
  types: {
    id: string;
    label: string;
    key: string;
    letter: string;
    line: string;
    colour: Record<'light' | 'dark', { line: string; tint: string }>;
    attributes: { id: string; required: boolean; values?: { id: string; label: string }[] }[];
  }[];
}

const panel = ({ page }: Workbench) => page.getByRole('complementary', { name: 'Panel' });
const recheck = (workbench: Workbench) => panel(workbench).getByRole('region', { name: 'Look at again' });
const openPanel = (workbench: Workbench) => workbench.page.getByRole('banner').getByRole('button', { name: 'Codebook' }).click();

/** Exports the current codebook and gives it with its bytes. */
async function exported(workbench: Workbench): Promise<{ readonly codebook: Draft; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    workbench.page.waitForEvent('download'),
    panel(workbench).getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^newsroom-core_\d+\.\d+\.\d+\.codebook\.json$/);
  const path = join(test.info().outputDir, download.suggestedFilename());
  await download.saveAs(path);
  const bytes = readFileSync(path);
  return { codebook: JSON.parse(bytes.toString('utf8')), bytes };
}

const choose = (workbench: Workbench, name: string, content: Buffer | object) =>
  panel(workbench)
    .locator('input[type=file]')
    .setInputFiles([
      { name, mimeType: 'application/json', buffer: Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content)) },
    ]);

function changed(codebook: Draft, version: string, change: (copy: Draft) => void): Draft {
  const copy = structuredClone({ ...codebook, version });
  change(copy);
  return copy;
}

/** A type of its own, and another colour for quotes. */
function addEvidence({ types }: Draft): void {
  const [claim, quote] = types;
  if (!claim || !quote) throw new Error('The codebook has no claims and quotes');
  quote.colour.light = { line: '#7a1fa2', tint: '#f6eafb' };
  types.push({ ...structuredClone(claim), id: 'evidence', label: 'Evidence', key: 'x', letter: 'E', line: 'dotted', attributes: [] });
}

const quoteColour = ({ page }: Workbench) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--quote').toLowerCase());

const attribute = (codebook: Draft, type: string, id: string) => {
  const found = codebook.types.find((one) => one.id === type)?.attributes.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${type} ${id}`);
  return found;
};

async function violations({ page }: Workbench) {
  const found = await new AxeBuilder({ page }).include('aside').analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test('the codebook is read, exported, and refused where it cannot be used', async ({ workbench }) => {
  await openPanel(workbench);
  await panel(workbench).locator('summary', { hasText: 'dashed line' }).click();
  await expect(panel(workbench).getByText('From the opening to the closing quotation mark')).toBeVisible();
  await panel(workbench).getByText('Mode required').click();
  await expect(panel(workbench).getByText('Marks show distance; no verb of saying governs them.')).toBeVisible();

  const { codebook, bytes } = await exported(workbench);
  await choose(workbench, 'again.json', bytes);
  await expect(panel(workbench).getByText('This is the codebook that is in use already.')).toBeVisible();

  const faint = changed(codebook, '1.0.1', ({ types: [claim] }) => Object.assign(claim?.colour.light ?? {}, { line: '#e0a060' }));
  await choose(workbench, 'faint.json', faint);
  const refusal = panel(workbench).getByRole('region', { name: 'This codebook cannot be used' });
  await expect(refusal.getByText(/contrast of 2\.\d\d on the paper in light colours; it must have 4\.5/)).toBeVisible();
  await expect(refusal.getByText('/types/0/colour/light/line').first()).toBeVisible();
  const low = changed(codebook, '1.0.1', (copy) => attribute(copy, 'claim', 'kind').values?.pop());
  await choose(workbench, 'low.json', low);
  await expect(refusal.getByText('Call it 2.0.0 or higher')).toBeVisible();
  expect(await violations(workbench)).toEqual([]);
  await refusal.getByRole('button', { name: 'Close' }).click();
  await expect(refusal).toHaveCount(0);
});

test('the card says what its type and values mean, in place', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('n', 'q');
  await workbench.annotation.getByRole('button', { name: 'What is Quote?' }).click();
  await expect(workbench.annotation.getByText('titles of works and plain names in quotation marks')).toBeVisible();
  await workbench.annotation.getByRole('button', { name: 'What is Mode?' }).click();
  await expect(workbench.annotation.getByText('A full sentence or more in quotation marks.')).toBeVisible();
  await expect(workbench.annotation.getByRole('button', { name: 'What is Mode?' })).toHaveAttribute('aria-expanded', 'true');
  expect(await violations(workbench)).toEqual([]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** Without the value of a promise, with one more attribute that must be set, and with a type of its own. */
const secondVersion = (codebook: Draft): Draft =>
  changed(codebook, '2.0.0', (copy) => {
    const kind = attribute(copy, 'claim', 'kind');
    kind.values = kind.values?.filter(({ id }) => id !== 'pledge') ?? [];
    attribute(copy, 'quote', 'translated').required = true;
    addEvidence(copy);
  });

test('what a newer version changes is shown before anything is written', async ({ workbench }) => {
  await openPanel(workbench);
  const { codebook } = await exported(workbench);
  await choose(workbench, 'second.json', secondVersion(codebook));
  const preview = panel(workbench).getByRole('region', { name: 'Replace the codebook?' });
  await expect(preview.getByText('newsroom-core@1.0.0 → newsroom-core@2.0.0')).toBeVisible();
  await expect(preview.getByRole('list', { name: 'Removed or redefined' }).getByRole('listitem')).toHaveText([
    'Value “Pledge” (claim, kind): removed',
    'Attribute “Translated” (quote): redefined (required)',
  ]);
  await expect(preview.getByRole('list', { name: 'New' }).getByRole('listitem')).toHaveText(['Type “Evidence”: new']);
  await expect(preview.getByRole('list', { name: 'Wording and looks' }).getByRole('listitem')).toHaveText([
    'Type “Quote”: other words or looks (colour)',
  ]);
  expect(await violations(workbench)).toEqual([]);
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(preview).toHaveCount(0);
  await expect(panel(workbench).getByText('Newsroom core 1.0.0')).toBeVisible();
});

test('tags of all articles that it may affect are listed, kept or brought along, and each can be undone', async ({ workbench }) => {
  await workbench.press('n', 'q', '1', 'Escape', 'Escape');
  await workbench.add('second.txt', 'A second article\n\nBy Ann Bell\n\nShe promised a new bridge by the end of the year.');
  await workbench.library.getByRole('link', { name: /A second article/ }).click();
  await expect(workbench.article.getByRole('heading')).toHaveText('A second article');
  await workbench.select('a new bridge by the end of the year');
  await workbench.press('c', '6');
  await expect(workbench.saveState).toHaveText('Saved');
  await openPanel(workbench);
  const { codebook } = await exported(workbench);
  await choose(workbench, 'second.json', secondVersion(codebook));
  await panel(workbench).getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(workbench.saveState).toHaveText('Saved');
  const pledge = recheck(workbench).getByRole('group', { name: /Pledge/ });
  const translated = recheck(workbench).getByRole('group', { name: /Translated/ });
  await expect(pledge.getByText('Its value or a link is not in the new version')).toBeVisible();
  await expect(translated.getByRole('button', { name: 'Bring to the new version' })).toBeVisible();

  // A click goes to the words, here in the other article.
  await translated.getByRole('button', { name: /The new street/ }).click();
  await expect(workbench.article.getByRole('heading')).toHaveText(/North Korea/);
  await translated.getByRole('button', { name: 'Bring to the new version' }).click();
  await expect(translated).toHaveCount(0);
  await pledge.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(recheck(workbench).getByText('No tag of yours is affected')).toBeVisible();
  await workbench.press('z');
  await expect(pledge).toBeVisible();
  await workbench.press('z');
  await expect(translated).toBeVisible();
});

test('an added type has its key, its letter and its line; taking it back brings the colours of before', async ({ workbench }) => {
  const { page } = workbench;
  await openPanel(workbench);
  const { codebook } = await exported(workbench);
  await choose(workbench, 'second.json', changed(codebook, '1.1.0', addEvidence));
  await panel(workbench).getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => quoteColour(workbench)).toContain('#7a1fa2');
  await workbench.press('Escape');
  await workbench.select('Pyongyang');
  await workbench.press('x');
  await expect(page.locator('mark[data-selected="evidence"]')).toHaveCount(1);
  await expect(page.locator('mark[data-selected="evidence"]')).toHaveCSS('background-image', /repeating-linear-gradient/);
  await expect(workbench.annotation.getByRole('button', { name: 'What is Evidence?' })).toBeVisible();
  await workbench.press('z', 'z');
  await expect.poll(() => quoteColour(workbench)).toContain('#0b5cad');
  await expect(workbench.list).toHaveCount(0);
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.reload();
  expect(await quoteColour(workbench)).toContain('#0b5cad');
});
