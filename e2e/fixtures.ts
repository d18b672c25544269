import { test as base, expect } from '@playwright/test';
import { Workbench } from './pages/workbench.ts';
import { watch } from './watch.ts';

/** Every test gets a browser with nothing in it, opened on Attest, and fails on anything `watch` finds. */
export const test = base.extend<{ workbench: Workbench }>({
  workbench: async ({ page, baseURL }, use) => {
    const problems = await watch(page, new URL(baseURL ?? '').host);
    const workbench = new Workbench(page);
    await workbench.open();
    await use(workbench);
    expect(problems).toEqual([]);
  },
});

export { expect };
