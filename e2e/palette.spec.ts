import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test('every command is found by typing, runs, and leaves the focus where it was', async ({ workbench }) => {
  const { page } = workbench;
  const field = page.getByRole('combobox', { name: 'All commands' });
  const options = page.getByRole('listbox', { name: 'All commands' }).getByRole('option');
  const chosen = page.getByRole('listbox').getByRole('option', { selected: true });
  await workbench.press('n', 'Control+k');
  await expect(field).toBeFocused();
  await field.fill('tag quo');
  await expect(options).toHaveText([/^Tag as quote.* q$/]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await workbench.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(workbench.list).toHaveCount(1);
  await expect(page.getByRole('application')).toBeFocused();

  await workbench.press('Control+k');
  await expect(chosen).toHaveText(/^Next sentence/);
  await workbench.press('ArrowUp', 'ArrowDown', 'ArrowDown');
  await expect(chosen).toHaveText(/^Previous sentence/);
  await field.fill('mode');
  await expect(options.filter({ hasText: ': ' }).first()).toBeVisible();
  await field.fill('no such thing');
  await expect(page.getByText('Nothing of this name can be done now.')).toBeVisible();
  await workbench.press('Enter', 'Escape');
  await expect(page.getByRole('application')).toBeFocused();
  await expect(workbench.list).toHaveCount(1);
});

test('from a note the list of commands opens too, and goes back there', async ({ workbench }) => {
  await workbench.press('n', 'q', 'm', 'x', 'Control+k', 'Escape');
  await expect(workbench.annotation.getByLabel('Note')).toBeFocused();
  await expect(workbench.annotation.getByLabel('Note')).toHaveValue('x');
});

test('it opens articles, whatever marks their titles carry', async ({ workbench }) => {
  await workbench.press('Control+k');
  await workbench.page.keyboard.type('open streit nachtfahre');
  await workbench.press('Enter');
  await expect(workbench.article).toHaveAccessibleName(/^Streit um die Nachtfähre/);
});

/** Sends keys as they come from somebody quicker than the page, which only gets them once it is no longer busy. */
async function pressWhileBusy(page: Page, keys: readonly { readonly key: string; readonly code: number; readonly control?: boolean }[]) {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const busyUntil = performance.now() + 500;
    setTimeout(() => {
      while (performance.now() < busyUntil);
    });
  });
  const sent = keys.flatMap(({ key, code, control = false }) => {
    const common = { key, windowsVirtualKeyCode: code, modifiers: control ? 2 : 0 };
    const down = key.length === 1 && !control ? ({ type: 'keyDown', text: key } as const) : ({ type: 'rawKeyDown' } as const);
    return [
      session.send('Input.dispatchKeyEvent', { ...common, ...down }),
      session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' }),
    ];
  });
  await Promise.all(sent);
}

test('closed and called again at once, it takes the letters that follow, and none of them is a command', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.press('n', 'Control+k');
  await expect(page.getByRole('combobox', { name: 'All commands' })).toBeFocused();
  await pressWhileBusy(page, [
    { key: 'Escape', code: 27 },
    { key: 'k', code: 75, control: true },
    ...[...'sq'].map((letter) => ({ key: letter, code: letter.toUpperCase().charCodeAt(0) })),
  ]);
  await expect(page.getByRole('combobox', { name: 'All commands' })).toHaveValue('sq');
  await expect(workbench.list).toHaveCount(0);
});
