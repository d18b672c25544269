import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-agreement-'));
afterAll(() => rmSync(folder, { recursive: true }));

function attest(...words: readonly string[]) {
  const said: string[] = [];
  const code = main([...words, '--json'], { out: (line) => said.push(line), err: () => undefined });
  return { code, json: JSON.parse(said.join('\n')) };
}

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('attest agreement --cases', () => {
  const rows = [{ values: ['a', 'a'] }, { values: ['b', 'b'], n: 3 }];

  it('gives each case its value, or why it has none', () => {
    const one = { id: 'one', measure: 'cohen-kappa', input: { rows } };
    const other = { id: 'other', measure: 'cohen-kappa', input: { rows: rows.slice(0, 1) } };
    const path = fileOf('cases.json', JSON.stringify({ cases: [one, other] }));
    expect(attest('agreement', '--cases', path)).toEqual({
      code: 0,
      json: [
        { id: 'one', value: 1 },
        { id: 'other', value: null, reason: 'Only one value occurs, so agreement by chance is certain.' },
      ],
    });
  });

  it.each([
    ['an unknown measure', { id: '', measure: 'omega', input: {} }, '/cases/0/measure'],
    ['a name every object has', { id: '', measure: 'toString', input: {} }, '/cases/0/measure'],
    ['a missing input', { id: '', measure: 'percentage' }, '/cases/0/input'],
    ['a value of no kind', { id: '', measure: 'percentage', input: { rows: [{ values: [true] }] } }, '/cases/0/input/rows/0/values/0'],
    ['a window of nothing', { id: '', measure: 'windowdiff', input: { a: '0', b: '1', k: 0 } }, '/cases/0/input/k'],
  ])('refuses %s and says where it stands', (_, one, path) => {
    const file = fileOf('wrong.json', JSON.stringify({ cases: [one] }));
    expect(attest('agreement', '--cases', file)).toMatchObject({ code: 2, json: { errors: [{ file, path }] } });
  });

  it('refuses what is no JSON, what is not there, and nothing at all', () => {
    expect(attest('agreement', '--cases', fileOf('no.json', '{')).code).toBe(2);
    expect(attest('agreement', '--cases', join(folder, 'nowhere.json')).code).toBe(2);
    expect(attest('agreement', '--cases').code).toBe(2);
    expect(attest('agreement').code).toBe(2);
  });
});
