import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../scripts/browser.mjs';

/** A browser of its own process group on a profile that outlives it. */
export interface KillableBrowser {
  readonly page: Page;
  /** SIGKILL to all its processes at once. */
  kill(): Promise<void>;
}

const switches = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--remote-debugging-port=0'];

/** Starts Chromium on the profile folder. */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions();
  const portFile = join(profile, 'DevToolsActivePort');
  // The one a killed browser left behind names a port that nobody listens on.
  await rm(portFile, { force: true });
  const child = spawn(executablePath, [...args, ...switches, `--user-data-dir=${profile}`], { detached: true, stdio: 'ignore' });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile)}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error('The browser has no context.');
  return { page: await context.newPage(), kill: () => killGroup(child) };
}

async function portIn(file: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (port) return port;
    await pause(50);
  }
  throw new Error('The browser did not listen within 15 seconds.');
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) throw new Error('The browser has no process.');
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
