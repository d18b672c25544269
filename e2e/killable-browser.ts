import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../scripts/browser.mjs';

/** A browser on a profile that outlives it. */
export interface KillableBrowser {
  readonly page: Page;
  /** SIGKILL to all its processes at once. */
  kill(): Promise<void>;
  /** Leaves as a person does. */
  close(): Promise<void>;
}

/** Starts Chromium on the profile folder, with these variables besides those of the test's own environment. */
export async function startBrowser(profile: string, variables: Readonly<Record<string, string>> = {}): Promise<KillableBrowser> {
  const env = { ...process.env, ...variables };
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), env });
  const page = context.pages()[0] ?? (await context.newPage());
  const group = await processGroup(profile);
  return {
    page,
    kill: async () => {
      const gone = context.waitForEvent('close');
      process.kill(-group, 'SIGKILL');
      await gone;
    },
    close: () => context.close(),
  };
}

/** The browser leads a process group of its own; its lock on the profile names it: host, a dash, the process id. */
async function processGroup(profile: string): Promise<number> {
  const group = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1));
  if (!Number.isInteger(group) || group <= 1) throw new Error('The browser has not locked its profile.');
  return group;
}
