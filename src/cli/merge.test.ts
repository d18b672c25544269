import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { canonicalJson } from '../formats/canonical.ts';
import { checksumOf } from '../formats/package/write.ts';
import { samplePackage } from '../testing/sample-package.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-merge-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Loose = ReturnType<typeof samplePackage>['json'];

/** A copy of the sample after a change, exported once for each sign of `heads`. */
function exported(name: string, heads: string, change: (file: Loose) => void): string {
  const file = structuredClone(samplePackage().json);
  change(file);
  file.sets[0].heads.push(...[...heads].map((head) => head.repeat(64)));
  const path = join(folder, name);
  writeFileSync(path, canonicalJson({ ...file, checksum: checksumOf({ ...file, checksum: undefined }) }));
  return path;
}

function attest(...words: readonly string[]) {
  const said: string[] = [];
  const code = main([...words, '--json'], { out: (line) => said.push(line), err: () => undefined });
  return { code, json: JSON.parse(said.join('\n')) };
}

const first = exported('first.attest.json', '1', () => undefined);
const noted = (words: string) => (file: Loose) => Object.assign(file.annotations[0], { note: words });
const ana = exported('ana.attest.json', '12', noted('Ana’s'));
const ben = exported('ben.attest.json', '13', noted('Ben’s'));

it('of packages that agree is one package, and exits with 0', () => {
  const out = join(folder, 'same.attest.json');
  expect(attest('merge', first, first, '--out', out)).toEqual({ code: 0, json: { out, variants: [] } });
  expect(readFileSync(out, 'utf8')).toBe(readFileSync(first, 'utf8'));
});

it('writes the variants in whatever order, exits with 1, and what it writes is sound', () => {
  const outs = [join(folder, 'one.attest.json'), join(folder, 'other.attest.json')];
  const { code, json } = attest('merge', ana, ben, '--out', outs[0] ?? '');
  expect(code).toBe(1);
  expect(json.variants).toEqual([{ table: 'annotations', id: samplePackage().json.annotations[0].id, contents: 2 }]);
  attest('merge', ben, ana, first, '--out', outs[1] ?? '');
  const [one, other] = outs.map((path) => readFileSync(path, 'utf8'));
  expect(other).toBe(one);
  expect(one).toContain('Ana’s');
  expect(one).toContain('Ben’s');
  expect(attest('validate', ...outs).code).toBe(0);
});

it('writes nothing where a file is not sound or there is a file already', () => {
  const broken = join(folder, 'broken.attest.json');
  writeFileSync(broken, '{}');
  const out = join(folder, 'never.attest.json');
  expect(attest('merge', first, broken, '--out', out)).toMatchObject({ code: 1, json: { errors: [{ file: broken, path: '/format' }] } });
  expect(attest('merge', first, '--out', first).code).toBe(2);
  expect(attest('merge', first).code).toBe(2);
  expect(() => readFileSync(out)).toThrow();
});
