import { expect, test } from './fixtures.ts';

const files = [
  {
    name: 'curly.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0x93, 0x4e, 0x6f, 0x2c, 0x94, 0x20, 0x68, 0x65, 0x20, 0x73, 0x61, 0x69, 0x64, 0x2e]),
  },
  {
    name: 'notes.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# A plain heading\n\nBy Mara Ellison\n\nNothing happened in Port Ellery.\n'),
  },
  { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
  { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from(' \n') },
];

test('ten sample articles are there on the first start, the given one open', async ({ workbench }) => {
  const library = workbench.page.getByRole('navigation', { name: 'Library' });
  await expect(library.getByRole('link')).toHaveCount(10);
  await expect(workbench.article).toHaveAccessibleName(/^North Korea Gifts New Apartments/);
  await expect(library.getByRole('link').first()).toHaveAttribute('aria-current', 'page');
});

test('files are added with their encoding, or refused by name with the reason', async ({ workbench }) => {
  await workbench.button('Add articles').click();
  await workbench.page.getByLabel('Choose files').setInputFiles(files);
  const report = workbench.page.getByRole('list', { name: 'Files added' }).getByRole('listitem');
  await expect(report).toHaveText([
    'curly.txt added, read as windows-1252',
    'notes.md added, read as utf-8',
    'picture.png was not added. Only .txt and .md files can be added. Save it as plain text, or paste the text.',
    'empty.txt was not added. It holds no text.',
  ]);
  await expect(workbench.article).toHaveText('“No,” he said.');
  await workbench.reload();
  await expect(workbench.page.getByRole('link', { name: 'A plain heading' })).toBeVisible();
});

test('a pasted text keeps every space and line end, and is recognised the second time', async ({ workbench }) => {
  const pasted = '\n  A headline of ours\n\nBy Mara Ellison\n\nIt rained.  Twice.\n\n';
  const add = async () => {
    await workbench.button('Add articles').click();
    await workbench.page.getByLabel('Paste a text').fill(pasted);
    await workbench.button('Add this text').click();
  };
  await add();
  await expect(workbench.article).toHaveAccessibleName('A headline of ours');
  expect(await workbench.article.textContent()).toBe(pasted);
  await add();
  await expect(workbench.page.getByRole('list', { name: 'Files added' })).toHaveText('Pasted text is here already');
  await expect(workbench.page.getByRole('navigation', { name: 'Library' }).getByRole('link')).toHaveCount(11);
});

test('an article is renamed, given a status, deleted with its tags, and brought back', async ({ workbench }) => {
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await workbench.button(/^Details of North Korea/).click();
  await workbench.page.getByLabel('Headline').fill('Another headline');
  await workbench.page.getByLabel('Headline').blur();
  await workbench.page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('In progress');
  await expect(workbench.page.getByRole('link', { name: 'Another headline' })).toBeVisible();
  await workbench.button('Delete article').click();
  await expect(workbench.messages.getByText('“Another headline” deleted, with 1 tag')).toBeVisible();
  await expect(workbench.article).toHaveAccessibleName(/^Port Ellery/);
  await workbench.button('Undo delete article').first().click();
  await expect(workbench.article).toHaveAccessibleName('Another headline');
  await expect(workbench.list).toHaveCount(1);
  await workbench.reload();
  await expect(workbench.list).toHaveCount(1);
});
