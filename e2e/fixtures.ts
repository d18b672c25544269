import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { Workbench } from './pages/workbench.ts';
import { type StaticHost, startHost } from './static-host.ts';
import { watch } from './watch.ts';

interface Stories {
  readonly workbench: Workbench;
  /** Opens Attest as somebody else, with a browser of their own; it is closed when the test ends. */
  readonly newcomer: () => Promise<Workbench>;
}

/** What a project of the runner chooses. */
export interface Network {
  /** True where the network is there for the first load only. */
  readonly withoutNetwork: boolean;
  /** The host whose cable can be pulled; `null` where the network stays. */
  readonly host: StaticHost | null;
}

/** Loads Attest once, waits until it says that it needs no network, and pulls the cable. */
async function loadThenCut(page: Page, context: BrowserContext, host: StaticHost): Promise<void> {
  await host.mend();
  await page.goto(host.address);
  await page.getByText('Ready offline').waitFor();
  await host.cut();
  // The host may come back for somebody else’s first load.
  await context.setOffline(true);
}

/** Every test gets a browser with nothing in it, opened on Attest, and fails on anything `watch` finds. */
export const test = base.extend<Stories, Network>({
  withoutNetwork: [false, { option: true, scope: 'worker' }],
  host: [
    async ({ withoutNetwork }, use) => {
      const host = withoutNetwork ? await startHost('dist', '/team/attest/') : null;
      await use(host);
      await host?.cut();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ baseURL, host }, use) => use(host?.address ?? baseURL),
  page: async ({ page, context, host }, use) => {
    if (host) await loadThenCut(page, context, host);
    await use(page);
  },
  workbench: async ({ page, baseURL }, use) => {
    const problems = await watch(page, new URL(baseURL ?? '').host);
    const workbench = new Workbench(page);
    await workbench.open();
    await use(workbench);
    expect(problems).toEqual([]);
  },
  newcomer: async ({ browser, baseURL, host }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
      contexts.push(context);
      const page = await context.newPage();
      if (host) await loadThenCut(page, context, host);
      const workbench = new Workbench(page);
      await workbench.open();
      return workbench;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
