import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { launchOptions } from '../scripts/browser.mjs';
import { Workbench } from './pages/workbench.ts';

const address = 'http://127.0.0.1:4873/';
let folder: string;
let server: ChildProcess;

// One server at its one port.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  execFileSync(process.execPath, [join('scripts', 'portable.mjs')]);
  // Far from the project: nothing of it may be needed.
  folder = await mkdtemp(join(tmpdir(), 'attest-stick-'));
  await cp('portable', folder, { recursive: true });
  server = spawn(process.execPath, [join(folder, 'attest.mjs'), '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (server.stdout) await once(server.stdout, 'data');
});
test.afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

test('Attest runs from a folder anywhere, and what was tagged is there the next time', async () => {
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  const workbench = new Workbench(page);
  await page.goto(address);
  await workbench.ready();
  await workbench.press('n', 'q');
  await expect(workbench.saveState).toHaveText('Saved');
  await page.reload();
  await expect(workbench.list).toHaveCount(1);
  await browser.close();
});

/** The first line of the answer to a request as it stands. */
async function statusOf(request: string): Promise<string> {
  const socket = connect(4873, '127.0.0.1');
  socket.write(`${request}\r\n\r\n`);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  return Buffer.concat(parts).toString().split('\r\n')[0] ?? '';
}

test('it gives nothing but the app, and that to this machine alone', async () => {
  const host = 'Host: 127.0.0.1:4873\r\nConnection: close';
  expect(await statusOf(`GET / HTTP/1.1\r\n${host}`)).toContain('200');
  for (const path of ['/../attest.mjs', '/..%2fattest.mjs', '/%2e%2e/attest.mjs', '/..%5cattest.mjs', '/%', '/app', '//etc/passwd'])
    expect(await statusOf(`GET ${path} HTTP/1.1\r\n${host}`), path).toContain('404');
  expect(await statusOf('GET / HTTP/1.1\r\nHost: attacker.example\r\nConnection: close')).toContain('404');
  expect(await statusOf(`POST / HTTP/1.1\r\n${host}`)).toContain('404');
  const outside = connect(4873, '127.0.0.2');
  const [error] = await once(outside, 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
});
