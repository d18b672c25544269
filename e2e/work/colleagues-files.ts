import { expect } from '@playwright/test';
import { application, writePackage } from '../../src/formats/package/write.ts';
import { type Amount, colleagues } from '../../src/testing/colleagues.ts';
import type { Workbench } from '../pages/workbench.ts';

/** Imports the packages of several colleagues, one after the other. */
export async function importColleagues(workbench: Workbench, amount: Amount): Promise<void> {
  for (const [at, contents] of colleagues(amount).entries()) {
    const buffer = Buffer.from(writePackage(contents, application).bytes);
    await workbench.importInput.setInputFiles([{ name: `colleague-${at + 1}.attest.json`, mimeType: 'application/json', buffer }]);
    await workbench.page.getByRole('complementary').getByRole('button', { name: 'Import' }).click();
    await expect(workbench.saveState).toHaveText('Saved');
  }
}
