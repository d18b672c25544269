import type { Page } from '@playwright/test';

/** Adds the number of whatever string is run on the page to `hits`, whatever window it is run in; -1 for a dialog. */
export async function collectHits(page: Page, hits: number[]): Promise<void> {
  await page.exposeFunction('hit', (index: number) => hits.push(index));
  page.on('dialog', (dialog) => {
    hits.push(-1);
    void dialog.dismiss();
  });
}
