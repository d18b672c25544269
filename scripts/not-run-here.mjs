// Fault tests that need more of a machine than Node and a browser. Both the runner and playwright.config.ts ask here.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { platform } from 'node:process';

// A compiler without the system's headers is of no use, so it has to read one.
const hasCompiler = () => spawnSync('gcc', ['-x', 'c', '-include', 'stdio.h', '-fsyntax-only', '-'], { input: '' }).status === 0;

// Containers mostly refuse to mount, even for root: only trying tells.
function canMount() {
  const folder = mkdtempSync(join(tmpdir(), 'attest-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return mounted;
}

const demanding = [
  { file: 'power.faults.spec.ts', what: 'power cut', needs: 'Linux and gcc', met: () => platform === 'linux' && hasCompiler() },
  {
    file: 'disk-full.faults.spec.ts',
    what: 'disk full',
    needs: 'Linux, mount rights and 2 GB of memory',
    met: () => platform === 'linux' && freemem() > 2e9 && canMount(),
  },
];

/** The demanding fault tests this machine cannot run: the spec file of each, what it tests and what it needs. */
export const notRunHere = () => demanding.filter(({ met }) => !met());
