import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { tooFaint } from './work/contrast.ts';
import { views } from './work/views.ts';

// Of a worker that the tests' own tools listen to the browser sometimes never lets go, and the last view is of an erased project.
test.use({ serviceWorkers: 'block' });

const long = process.env.TEST_LENGTH === 'long';
const themes = ['light', 'dark', 'forced'] as const;
// Of 1280 px a zoom of 200 % leaves 640, one of 400 % leaves 320.
const widths = [1280, 640, 320] as const;
// More than forty views in one page, on a busy machine.
const enough = 600_000;

interface Seen {
  readonly violations: readonly string[];
  /** What axe leaves to a person, contrasts aside. Nothing: an entry here is mended, or argued in this file by its rule and selector. */
  readonly undecided: readonly string[];
  /** Texts whose contrast axe could not tell and that are too faint by our own measure. */
  readonly faint: readonly string[];
  /** What reaches beyond the window, so that one would have to scroll sideways. */
  readonly beyond: readonly string[];
}

/** What axe finds on a page. Contrasts that it cannot tell, because something transparent lies over a text, because it is short or its ground is drawn, are measured. */
async function seen(page: Page): Promise<Seen> {
  const found = await new AxeBuilder({ page }).analyze();
  const lines = (results: typeof found.violations) =>
    results.flatMap(({ id, nodes }) => nodes.map(({ target }) => [id, target.join(' ')] as const));
  const incomplete = lines(found.incomplete);
  const undecided = incomplete.filter(([id]) => id !== 'color-contrast');
  const texts = incomplete.filter(([id]) => id === 'color-contrast').map(([, target]) => target);
  return {
    violations: lines(found.violations).map((line) => line.join(' ')),
    undecided: undecided.map((line) => line.join(' ')),
    faint: await tooFaint(page, texts),
    beyond: await beyondWindow(page),
  };
}

/** The parts of the page, and what stands in its bars, that are not whole between the sides of the window. */
const beyondWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('header, header button, main, aside, article, dialog[open], [role=toolbar], [role=toolbar] button')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
      .map(({ element, box }) => `${element.localName} ${element.textContent?.slice(0, 20)}: ${box.left} to ${box.right}`),
  );

const good: Seen = { violations: [], undecided: [], faint: [], beyond: [] };

for (const [row, theme] of themes.entries()) {
  for (const [column, width] of widths.entries()) {
    // In short each theme, each width and each view once.
    if (!long && row !== column) continue;
    test.describe(`${theme}, ${width} px`, () => {
      test.use({
        viewport: { width, height: 800 },
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        contextOptions: { forcedColors: theme === 'forced' ? 'active' : 'none' },
      });
      test('axe finds nothing in any view, and nothing new that it cannot decide', async ({ workbench }) => {
        test.setTimeout(enough);
        const found: [string, Seen][] = [];
        for (const [index, { name, reach }] of views.entries()) {
          await test.step(name, () => reach(workbench));
          if (long || index % themes.length === row) found.push([name, await seen(workbench.page)]);
        }
        expect(found).toEqual(found.map(([name]) => [name, good]));
      });
    });
  }
}

test('axe finds what is planted, and so does the measure of contrasts', async ({ workbench }) => {
  const { page } = workbench;
  await page.evaluate(() => {
    document.querySelector('nav')?.append(document.createElement('button'));
    const covered = document.createElement('div');
    covered.style.position = 'relative';
    const faint = document.createElement('p');
    faint.textContent = 'Too faint to read';
    faint.style.color = '#ddd';
    const cover = document.createElement('div');
    cover.style.cssText = 'position: absolute; inset: 0';
    covered.append(faint, cover);
    document.querySelector('nav')?.prepend(covered);
  });
  const { violations, faint } = await seen(page);
  expect(violations).toEqual([expect.stringMatching(/^button-name /)]);
  expect(faint).toEqual([expect.stringMatching(/: 1\.\d+$/)]);
});
