import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';

const screens: readonly (readonly [name: string, reach: (workbench: Workbench) => Promise<void>])[] = [
  ['the first screen', async () => undefined],
  ['a selection with its toolbar', (workbench) => workbench.press('n')],
  ['a selected tag with a link', (workbench) => workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter')],
  ['the choice of a source', (workbench) => workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b')],
  ['the list of tags', (workbench) => workbench.press('n', 'q', 'ArrowRight', 's', 'Escape')],
  ['the keys', (workbench) => workbench.press('?')],
  ['the list of commands', (workbench) => workbench.press('n', 'q', 'Control+k')],
  ['a value that is asked for', (workbench) => workbench.press('n', 'q', 't')],
  [
    'the details of an article',
    (workbench) =>
      workbench
        .button(/^Details of/)
        .first()
        .click(),
  ],
  ['adding articles', (workbench) => workbench.button('Add articles').click()],
  ['people', (workbench) => workbench.button('People and sets').click()],
  ['storage and backup', (workbench) => workbench.button('Storage and backup').click()],
  ['what goes along with an export', (workbench) => workbench.button('Export').click()],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const [name, reach] of screens) {
      test(`axe finds nothing in ${name}`, async ({ workbench }) => {
        await reach(workbench);
        const { violations } = await new AxeBuilder({ page: workbench.page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }
  });
}

test('axe finds what is planted', async ({ workbench }) => {
  await workbench.page.evaluate(() => document.querySelector('nav')?.append(document.createElement('button')));
  const { violations } = await new AxeBuilder({ page: workbench.page }).analyze();
  expect(violations.map(({ id }) => id)).toContain('button-name');
});
