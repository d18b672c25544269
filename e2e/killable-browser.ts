import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../scripts/browser.mjs';

/** A browser of its own process group on a profile that outlives it. */
export interface KillableBrowser {
  readonly page: Page;
  /** SIGKILL to all its processes at once, as when the machine's power fails for the browser. */
  kill(): Promise<void>;
}

/** Starts Chromium on the profile folder. */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions();
  const child = spawn(
    executablePath,
    [
      ...args,
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const context = browser.contexts()[0];
  if (!context) throw new Error('The browser has no context.');
  return { page: await context.newPage(), kill: () => killGroup(child, browser) };
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The browser has no error stream.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('The browser ended before it listened.');
}

async function killGroup(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.pid === undefined) throw new Error('The browser has no process.');
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
  await browser.close().catch(() => undefined);
}
