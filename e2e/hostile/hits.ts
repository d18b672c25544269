import type { Page } from '@playwright/test';

/** Collects what the strings run on the page, whatever window they run it in. */
export async function hitsOn(page: Page): Promise<readonly number[]> {
  const hits: number[] = [];
  await page.exposeFunction('hit', (index: number) => hits.push(index));
  page.on('dialog', (dialog) => {
    hits.push(-1);
    void dialog.dismiss();
  });
  return hits;
}
