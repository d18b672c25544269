import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Workbench } from './pages/workbench.ts';
import type { StaticHost } from './static-host.ts';
import { openReview, sample } from './work/views.ts';

// That the worker has kept all files is said too.
test.use({ serviceWorkers: 'allow' });

declare global {
  interface Window {
    heard?: string[];
  }
}

/** Notes from now on every change that a screen reader would read by itself. */
async function listen(page: Page, host: StaticHost | null): Promise<() => Promise<string[]>> {
  // The last thing that is said without anybody doing anything; it was said before where the network is gone by now.
  if (!host) await page.getByText('Ready offline').waitFor();
  await page.evaluate(() => {
    const heard: string[] = [];
    const live = '[role=status]:not([aria-live=off]), [role=alert], [aria-live=polite], [aria-live=assertive]';
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const element = target instanceof Element ? target : target.parentElement;
        const added = [...addedNodes].filter((node) => node instanceof Element && node.matches('[role=alert]')) as Element[];
        return [element?.closest(live) ?? null, ...added];
      });
      for (const region of new Set(regions)) if (region?.textContent) heard.push(region.textContent.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    window.heard = heard;
  });
  return () => page.evaluate(() => window.heard?.splice(0) ?? []);
}

type Walk = readonly (readonly [keys: readonly string[], says: RegExp])[];

const walk: Walk = [
  [['ArrowDown'], /^Sentence 1, \d+ words?\. /],
  [['n'], /^Quotation of paragraph 2, \d+ words\. "The new street/],
  [['q'], /^Quote tagged(?:\. Offered: Kim \(Kim Jong Un\))?$/],
  [['ArrowRight'], /^Kim; word \d+ of paragraph 2, 1 word$/],
  [['s'], /^Source tagged\. Offered: Kim = Kim Jong Un\?$/],
  [['k'], /^Quote, “"The new street.+”, paragraph 2; something is missing$/],
  [['b'], /^Choose: /],
  [['Enter'], /^Linked: .+ “Kim”$/],
  [['f'], /^Flagged unsure$/],
  [['f'], /^No longer unsure$/],
  [['t'], /^Mode|^Register|: 1 /],
  [['e'], /^Moving the edges/],
  [['Shift+ArrowRight'], /^Kim|^"The new|word/],
  [['Escape'], /^Back to the text$/],
  [['z'], /^Undone: flag$/],
  [['Shift+Z'], /^Redone: flag$/],
  [['Delete'], /^(Quote|Source)( and 1 link)? deleted$/],
  [['z'], /^Undone: delete (quote|source)$/],
  [['?'], /^Keys$/],
  [['Escape'], /^Tags$/],
  [['Shift+J'], /^Article: /],
];

/** Each step is said once and as it should be, and something has the focus behind it. */
async function hears(workbench: Workbench, heard: () => Promise<string[]>, steps: Walk): Promise<void> {
  const { page } = workbench;
  for (const [keys, says] of steps) {
    await workbench.press(...keys);
    await expect.poll(() => page.evaluate(() => window.heard?.length), { message: keys.join() }).toBe(1);
    await expect(workbench.saveState).toHaveText('Saved');
    // The rules read the article beside the page; from their first offer on each tag is said with one.
    if (keys.includes('q')) await expect(page.getByRole('group', { name: /^Offers for/ })).toBeVisible();
    const [said = '', ...more] = await heard();
    expect([more, said], keys.join()).toEqual([[], expect.stringMatching(says)]);
    expect(await page.evaluate(() => document.activeElement?.tagName), keys.join()).not.toBe('BODY');
  }
}

test('each action says exactly one thing, and the focus is never lost', async ({ workbench, host }) => {
  await hears(workbench, await listen(workbench.page, host), walk);
});

const review: Walk = [
  [['j'], /^Card 2 of 2: The bridge … is new$/],
  [['j'], /^Nothing further$/],
  [['k'], /^Card 1 of 2: “It is safe/],
  [['a'], /^Agreed\. Card 2 of 2: The bridge … is new$/],
  [['r', 'Shift+N', 'Enter'], /^Rejected$/],
  [['z'], /^Undone: verdict$/],
  [['Shift+Z'], /^Redone: verdict$/],
  [['f', 'Shift+W', 'Enter'], /^Question noted$/],
  [['m', 'Shift+H', 'Enter'], /^Remark added$/],
  [['k'], /^Card 1 of 2: /],
  [['e'], /^Moving the edges/],
  [['Shift+ArrowLeft'], /word/],
  [['Enter'], /^Verdict noted$/],
];

test('a review by keys and names alone says each decision once, and the focus is never lost', async ({ workbench, host }) => {
  const { page } = workbench;
  await workbench.importInput.setInputFiles(sample);
  await page.getByRole('complementary').getByRole('button', { name: 'Import' }).press('Enter');
  await expect(workbench.saveState).toHaveText('Saved');
  await openReview(workbench);
  await workbench.button('Go on').press('Enter');
  await page.getByRole('region', { name: /^Card: / }).waitFor();
  await hears(workbench, await listen(page, host), review);
});

test('what is said twice would be heard', async ({ workbench, host }) => {
  const heard = await listen(workbench.page, host);
  await workbench.page.evaluate(() => {
    const second = document.createElement('div');
    second.setAttribute('aria-live', 'polite');
    document.body.append(second);
    document.addEventListener('keydown', () => second.append('again'));
  });
  await workbench.press('ArrowDown');
  await expect.poll(heard).toHaveLength(2);
});

test('a focus that is lost would be seen', async ({ workbench }) => {
  const lost = await workbench.page.evaluate(() => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    button.remove();
    return document.activeElement?.tagName;
  });
  expect(lost).toBe('BODY');
});

test('from a mark to its entry, and from the entry back to its words', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('n', 'q', 'n', 'q', 'Escape', 'Escape');
  const entry = page.getByRole('list', { name: 'Annotations' }).getByRole('button', { name: /^Quote, “"unconditionally/ });
  const details = await page.locator('mark', { hasText: 'unconditionally' }).getAttribute('aria-details');
  await expect(entry).toHaveAttribute('id', details ?? '');
  await entry.click();
  await page.getByRole('button', { name: 'Go to the text' }).click();
  await expect(page.getByRole('application')).toBeFocused();
  await workbench.press('Control+k');
  await page.keyboard.type('tags here');
  await workbench.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Tags here' })).toBeFocused();
  await expect(page.getByRole('option', { name: /^Quote, “"unconditionally support"”, paragraph 3/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // What is offered for it comes before its card.
  await workbench.press('Enter', 'Escape', 'Enter');
  await expect(page.getByRole('region', { name: /^Quote, “"unconditionally/ })).toBeFocused();
  await workbench.press('Escape', 'Delete');
  await expect(page.getByRole('application')).toBeFocused();
});

test('a button that goes with what it deleted gives the focus to the text', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('n', 'q');
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expect(workbench.list).toHaveCount(0);
  await expect(page.getByRole('application')).toBeFocused();
  await page.getByRole('button', { name: 'Undo delete quote' }).first().press('Enter');
  await page.getByRole('button', { name: 'Undo tag quote' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo: nothing yet' })).toBeDisabled();
  await expect(page.getByRole('application')).toBeFocused();
});
