import { expect } from '@playwright/test';
import { application, writePackage } from '../../src/formats/package/write.ts';
import type { PackageContents } from '../../src/model/package-contents.ts';
import { type Amount, colleagues } from '../../src/testing/colleagues.ts';
import type { Workbench } from '../pages/workbench.ts';

const asTheyAre = (contents: PackageContents): PackageContents => contents;

/** The same with all articles still to be done. */
export const notDone = (contents: PackageContents): PackageContents => ({
  ...contents,
  articles: contents.articles?.map((article) => ({ ...article, status: 'to-do' as const })) ?? [],
});

/** Imports the packages of several colleagues, one after the other, each as `change` makes it. */
export async function importColleagues(workbench: Workbench, amount: Amount, change = asTheyAre): Promise<void> {
  for (const [at, contents] of colleagues(amount).entries()) {
    const [name, buffer] = [`colleague-${at + 1}.attest.json`, Buffer.from(writePackage(change(contents), application).bytes)];
    await workbench.importInput.setInputFiles([{ name, mimeType: 'application/json', buffer }]);
    await workbench.page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();
    await expect(workbench.messages.getByText(`${name} imported`)).toBeVisible();
    await expect(workbench.saveState).toHaveText('Saved');
  }
}
