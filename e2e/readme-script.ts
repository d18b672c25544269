import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The check script of the README, as a newcomer would copy it. */
export const readmeScript = (): string => /```js\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1]?.trim() ?? '';

/** What the script prints for a file; throws where it finds a fault. */
export const runReadmeScript = (file: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', readmeScript(), '--', file], { encoding: 'utf8', stdio: 'pipe' });
