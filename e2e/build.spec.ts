import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** Builds Attest as a release is built, in a folder of its own; gives every file of it with its hash. */
function built(name: string): string[] {
  const folder = join('node_modules', '.cache', 'builds', name);
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'], { stdio: 'pipe' });
  return filesIn(folder);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();

test('two builds are the same to the byte, and a byte more is seen', () => {
  test.setTimeout(120_000);
  const [one, other] = [built('one'), built('other')];
  expect(one.length).toBeGreaterThan(20);
  expect(other).toEqual(one);
  appendFileSync(join('node_modules', '.cache', 'builds', 'other', 'sw.js'), ' ');
  expect(filesIn(join('node_modules', '.cache', 'builds', 'other'))).not.toEqual(one);
});

test('the build says what it is made of and under which licences', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { components } = JSON.parse(readFileSync(join('dist', 'sbom.json'), 'utf8'));
  const licences = readFileSync(join('dist', 'licences.txt'), 'utf8');
  const names = components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const { name, version, hashes, licenses } of components) {
    expect(licences).toContain(`${name} ${version} (${licenses[0].license.id})`);
    expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
  }
});
