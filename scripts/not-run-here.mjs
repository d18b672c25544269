// Fault tests that need more of a machine than Node and a browser. Both the runner and playwright.config.ts ask here.
import { spawnSync } from 'node:child_process';
import { platform } from 'node:process';

// A compiler without the system's headers is of no use, so it has to read one.
const hasCompiler = () => spawnSync('gcc', ['-x', 'c', '-include', 'stdio.h', '-fsyntax-only', '-'], { input: '' }).status === 0;

const demanding = [
  { file: 'power.faults.spec.ts', what: 'power cut', needs: 'Linux and gcc', met: () => platform === 'linux' && hasCompiler() },
];

/** The demanding fault tests this machine cannot run: the spec file of each, what it tests and what it needs. */
export const notRunHere = () => demanding.filter(({ met }) => !met());
