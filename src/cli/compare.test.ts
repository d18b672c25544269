import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../formats/canonical.ts';
import { checksumOf } from '../formats/package/write.ts';
import { samplePackage } from '../testing/sample-package.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Loose = ReturnType<typeof samplePackage>['json'];

/** The sample as somebody else tagged it: a set, an author, tags and links of their own. */
function taggedBy(name: string, digit: string, change: (file: Loose) => void = () => undefined): string {
  const { json } = samplePackage();
  const file = JSON.parse(JSON.stringify(json));
  const own = [file.sets[0].id, file.authors[0].id, ...[...file.annotations, ...file.relations].map(({ id }: { id: string }) => id)];
  const mine = (id: string) => `${id.slice(0, 14)}${digit}${id.slice(15)}`;
  let words = JSON.stringify(file);
  for (const id of own) words = words.replaceAll(id, mine(id));
  const copy = JSON.parse(words);
  copy.authors[0].name = name;
  change(copy);
  const path = join(folder, `${name}.attest.json`);
  const { checksum: _, ...rest } = copy;
  writeFileSync(path, canonicalJson({ ...rest, checksum: checksumOf(rest) }));
  return path;
}

function attest(...words: readonly string[]) {
  const said: string[] = [];
  const code = main(words, { out: (line) => said.push(line), err: () => undefined });
  return { code, said: said.join('\n') };
}

function compared(...files: readonly string[]) {
  const { code, said } = attest('compare', ...files, '--json');
  return { code, json: JSON.parse(said) };
}

const ana = taggedBy('Ana', '5');
const same = taggedBy('Ben', '6');
const { annotations } = samplePackage().json;
const indexOf = (type: string) => annotations.findIndex((tag: { type: string }) => tag.type === type);

describe('attest compare', () => {
  it('says what is the same, and exits with 0', () => {
    const { code, json } = compared(ana, same);
    expect(code).toBe(0);
    expect(json.map(({ kind }: { kind: string }) => kind)).toEqual(['same', 'same', 'same']);
    expect(json[0]).toMatchObject({
      article: expect.any(String),
      sets: [expect.any(String), expect.any(String)],
      start: 22,
      end: 44,
      detail: {},
    });
    expect(json[0].annotations).toHaveLength(2);
    expect(attest('compare', ana, same).said).toBe('The sets do not differ.');
  });

  it('says what one has and the other has not, its links with it', () => {
    const without = taggedBy('Cem', '7', (file) => {
      file.annotations.splice(indexOf('source'), 1);
      file.relations = [];
    });
    const { code, json } = compared(ana, without);
    expect(code).toBe(0);
    expect(json.map(({ kind }: { kind: string }) => kind)).toEqual(['same', 'missing', 'same']);
    expect(compared(without, ana).json.map(({ kind }: { kind: string }) => kind)).toEqual(['same', 'extra', 'same']);
    expect(attest('compare', ana, without).said).toBe('Headline of a sample 45–48 “Kim”: source missing, not tagged by Cem');
  });

  it('puts what several sets have together, passage by passage', () => {
    const other = taggedBy('Dora', '8', (file) => Object.assign(file.annotations[indexOf('quote')], { attributes: { mode: 'partial' } }));
    const { json } = compared(ana, same, other);
    const [first] = json;
    expect(first).toMatchObject({ kind: 'attribute', detail: { attribute: 'mode', counted: true } });
    expect(first.annotations).toHaveLength(3);
    expect(first.detail.readings).toEqual([
      { sets: first.sets.slice(0, 2), value: 'direct' },
      { sets: first.sets.slice(2), value: 'partial' },
    ]);
    expect(json).toHaveLength(3);
  });

  it('refuses what holds no two sets, and what cannot be read', () => {
    expect(compared(ana)).toMatchObject({ code: 1, json: { errors: [{ reason: 'There are not two sets to compare.' }] } });
    expect(compared(ana, join(folder, 'nowhere'))).toMatchObject({ code: 2, json: { errors: [{ file: join(folder, 'nowhere') }] } });
  });
});

describe('attest agreement', () => {
  it('measures the sets of packages, and says what is undefined and why', () => {
    const { code, said } = attest('agreement', ana, same, '--json');
    const report = JSON.parse(said);
    expect(code).toBe(0);
    expect(report.header).toMatchObject({
      independent: true,
      documents: 1,
      sets: [
        { author: 'Ana', tags: 3 },
        { author: 'Ben', tags: 3 },
      ],
    });
    expect(report.found[0]).toMatchObject({ type: 'all', level: 'exact', pairs: [{ both: 3, onlyFirst: 0, f1: { value: 1 } }] });
    expect(report.links).toEqual([expect.objectContaining({ relation: 'said-by', byMention: expect.objectContaining({ both: 1 }) })]);
    expect(report.attributes.map(({ alpha }: { alpha: object }) => alpha)).toContainEqual({
      value: null,
      reason: expect.stringMatching(/tags with two values/u),
    });
    expect(attest('agreement', ana, same).said).toContain('all, exact: F1 1.000');
  });
});

describe('attest adjudicate', () => {
  const other = taggedBy('Eva', '9', (file) => {
    file.annotations[indexOf('quote')].attributes = { mode: 'partial' };
    file.annotations.splice(indexOf('source'), 1);
    file.relations = [];
  });

  function adjudicated(name: string, policy: string, ...files: readonly string[]) {
    const out = join(folder, name);
    const { code, said } = attest('adjudicate', ...files, '--policy', policy, '--out', out, '--json', '--author', 'Lead');
    const written = JSON.parse(readFileSync(out, 'utf8'));
    const kinds = JSON.parse(said).open.map(({ kind }: { kind: string }) => kind);
    expect(attest('validate', out).code).toBe(0);
    return { code, kinds, written };
  }

  it('keeps what all have the same, and leaves the rest open', () => {
    const { code, kinds, written } = adjudicated('all.attest.json', 'unanimous', ana, other);
    expect({ code, kinds }).toEqual({ code: 1, kinds: ['missing', 'attribute'] });
    expect(written.annotations.map(({ type }: { type: string }) => type).sort()).toEqual(['claim', 'quote']);
    expect(written.annotations.find(({ type }: { type: string }) => type === 'quote').attributes).toEqual({});
    expect(written.sets).toEqual([expect.objectContaining({ basis: 'derived', derivedFrom: [expect.any(String), expect.any(String)] })]);
    expect(written.authors).toEqual([expect.objectContaining({ name: 'Lead' })]);
  });

  it('takes what more than half have, links among it', () => {
    const { code, kinds, written } = adjudicated('most.attest.json', 'majority', ana, other, same);
    expect({ code, kinds }).toEqual({ code: 0, kinds: [] });
    expect(written.annotations).toHaveLength(3);
    expect(written.relations).toEqual([expect.objectContaining({ type: 'said-by' })]);
    expect(written.annotations.find(({ type }: { type: string }) => type === 'quote').attributes).toEqual({ mode: 'direct' });
  });

  it('takes what more than half have not for nothing there', () => {
    const third = taggedBy('Fay', 'a', (file) => {
      Object.assign(file, { annotations: [file.annotations[indexOf('claim')]], relations: [] });
    });
    const { kinds, written } = adjudicated('none.attest.json', 'majority', other, ana, third);
    expect(written.annotations.map(({ type }: { type: string }) => type).sort()).toEqual(['claim', 'quote']);
    // Two say quote, and each another mode.
    expect(kinds).toEqual(['attribute']);
  });

  it('gives the same file again, never writes over one, and wants to know who decides', () => {
    const [one, again] = ['one', 'again'].map((name) => adjudicated(`${name}.attest.json`, 'majority', ana, other, same).written);
    expect(again).toEqual(one);
    expect(attest('adjudicate', ana, same, '--policy', 'majority', '--out', ana).code).toBe(2);
    expect(attest('adjudicate', ana, same, '--policy', 'lead', '--out', join(folder, 'x')).code).toBe(2);
    expect(attest('adjudicate', ana, same, '--policy', 'majority').code).toBe(2);
  });
});
