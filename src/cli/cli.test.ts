import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { journalLines } from '../formats/journal-lines.ts';
import { checksumOf, writePackage } from '../formats/package/write.ts';
import { backupContents } from '../model/views/backup-contents.ts';
import { fakeJournal } from '../testing/fake-journal.ts';
import { samplePackage, sampleText } from '../testing/sample-package.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-cli-'));
const seed = join('public', 'seeds', '000_bb9609fc8471e115.txt');

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The sound package with one thing changed, and the checksum it then has. */
function changed(name: string, change: (content: typeof json) => void): string {
  const content = structuredClone(json);
  change(content);
  return file(name, JSON.stringify({ ...content, checksum: checksumOf({ ...content, checksum: undefined }) }));
}

/** Runs the command in this process: starting one takes half a second each time. */
function attest(...words: readonly string[]) {
  const lines: string[] = [];
  const status = main(words, { out: (line) => lines.push(line), err: () => {} });
  return { status, stdout: lines.join('\n') };
}

const { bytes, json } = samplePackage();
const good = file('good.attest.json', bytes);
const packed = file('good.attest.json.gz', gzipSync(bytes));
const finding = file('finding.attest.json', JSON.stringify({ ...json, checksum: '0'.repeat(64) }));
const otherWords = changed('other-words.attest.json', ({ annotations }) => Object.assign(annotations[0].segments[0], { exact: 'other' }));
const dangling = changed('dangling.attest.json', ({ relations }) => Object.assign(relations[0], { to: relations[0].id }));
const untagged = changed('untagged.attest.json', (file) => {
  for (const name of ['annotations', 'relations', 'sets']) Reflect.deleteProperty(file, name);
});
const notJson = file('not.attest.json', 'no');
const latin = file('latin.txt', Uint8Array.from([0x48, 0xe9, 0x0a]));

it('the command as it is started says and exits the same', () => {
  // It builds the bundle where that is missing or old.
  const { status, stdout } = spawnSync(process.execPath, [join('scripts', 'attest.mjs'), 'validate', finding], { encoding: 'utf8' });
  expect({ status, stdout: stdout.trimEnd() }).toEqual(attest('validate', finding));
}, 60_000);

describe('attest parse', () => {
  it('finds metadata and zones of the given article', () => {
    const { status, stdout } = attest('parse', '--json', seed);
    const found = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(found).toMatchObject({ byline: 'AFP', bylineKind: 'agency', publisher: 'The Moscow Times', publisherInferred: true });
    expect(found).toMatchObject({ date: '2026-02-16', language: 'en', direction: 'ltr', length: 1959 });
    expect(found.title).toBe('North Korea Gifts New Apartments to Families of Soldiers Killed Fighting for Russia');
    const zones = found.zones.map(({ kind, start, end }: Record<string, unknown>) => `${kind} ${start}–${end}`);
    expect(zones.slice(0, 7)).toEqual([
      'metadata 1–16',
      'site-chrome 17–42',
      'headline 43–126',
      'byline 128–134',
      'caption 135–183',
      'credit 184–188',
      'paragraph 190–440',
    ]);
    expect(zones.slice(6)).toHaveLength(9);
    expect(zones.at(-1)).toBe('paragraph 1829–1957');
  });

  it('gives a list for several files', () => {
    expect(JSON.parse(attest('parse', '--json', seed, seed).stdout)).toHaveLength(2);
  });
});

describe('attest suggest', () => {
  it('gives each file its quotations and who says them, as places in the untouched text', () => {
    const { status, stdout } = attest('suggest', '--json', seed, latin);
    expect(status).toBe(2);
    const [first, second] = JSON.parse(stdout);
    const text = readFileSync(seed, 'utf8');
    const words = (pairs: readonly [number, number][]) => pairs.map(([start, end]) => text.slice(start, end));
    expect(first.file).toBe(seed);
    expect(words(first.quotes)).toHaveLength(6);
    const { source, cue, content, score, rule } = first.attributions.find(({ rule: found }: { rule: string }) => found === 'quote-said');
    expect([words(source), words(cue), rule]).toEqual([['Kim'], ['said'], 'quote-said']);
    expect(words(content)).toEqual(words(first.quotes).slice(0, 1));
    expect(score).toBeGreaterThan(0.5);
    expect(second).toEqual({ file: latin, error: expect.any(String), quotes: [], attributions: [] });
  });

  it('prints a readable line for each without --json', () => {
    expect(attest('suggest', seed).stdout).toContain('Kim via the Korean Central News Agency | "The new street');
  });
});

describe('attest validate', () => {
  it('lists what is wrong in each file', () => {
    const { status, stdout } = attest('validate', '--json', good, finding);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      { file: good, ok: true, errors: [] },
      { file: finding, ok: false, errors: [{ path: '/checksum', reason: expect.any(String), fix: expect.any(String) }] },
    ]);
  });
});

describe('attest check', () => {
  const rows = (path: string) => JSON.parse(attest('check', '--json', path).stdout) as readonly Record<string, unknown>[];

  it('gives each finding with its place', () => {
    const found = rows(good);
    const quote = sampleText.slice(sampleText.indexOf('“'), sampleText.indexOf('”') + 1);
    expect(found.map(({ check, level, start, end }) => [check, level, sampleText.slice(Number(start), Number(end))])).toEqual([
      ['required-attribute', 'error', quote],
      ['required-attribute', 'error', 'Kim'],
      ['required-attribute', 'error', 'Kim'],
      ['required-attribute', 'error', 'The bridge, she added, is new'],
      ['required-attribute', 'error', 'The bridge, she added, is new'],
      ['headline-without-claim', 'hint', 'Headline of a sample'],
    ]);
    for (const row of found) expect(Object.keys(row)).toEqual(['check', 'level', 'article', 'start', 'end', 'annotation', 'message']);
    expect(found.at(-1)?.annotation).toBeNull();
    expect(json.annotations.map(({ id }: { id: string }) => id)).toContain(found[0]?.annotation);
  });

  it('finds the untagged quotation of a text that nobody has tagged, without an error', () => {
    const found = rows(untagged);
    expect(found.map(({ check, annotation }) => [check, annotation])).toContainEqual(['uncovered-quotation-marks', null]);
    expect(attest('check', untagged).status).toBe(0);
  });

  it.each([
    ['text-mismatch', otherWords],
    ['relation-dangling', dangling],
  ])('finds %s where the rest of the file is sound', (check, path) => {
    expect(rows(path).map((row) => row.check)).toContain(check);
    expect(attest('validate', path).status).toBe(1);
  });

  it('says of a file that is not sound what validate says', () => {
    for (const path of [finding, notJson, 'nowhere.attest.json'])
      expect(rows(path)).toEqual(JSON.parse(attest('validate', '--json', path).stdout));
  });

  it('lists the findings for people to read', () => {
    const lines = attest('check', good).stdout.trim().split('\n');
    expect(lines).toHaveLength(rows(good).length);
    expect(lines[0]).toBe('Headline of a sample 22–44, error: Mode “Direct” is only proposed. · “It is safe 👩‍👩‍👧,”');
  });
});

describe('the exit code', () => {
  it.each([
    [0, ['validate', good]],
    [0, ['validate', packed]],
    [1, ['validate', finding]],
    [2, ['validate', notJson]],
    [2, ['validate', 'nowhere.attest.json']],
    [2, ['validate', good, finding, notJson]],
    [1, ['check', good]],
    [0, ['check', untagged]],
    [1, ['check', finding]],
    [2, ['check', notJson]],
    [2, ['check', 'nowhere.attest.json']],
    [0, ['parse', seed]],
    [0, ['suggest', seed]],
    [2, ['suggest', latin]],
    [2, ['suggest']],
    [2, ['parse', latin]],
    [2, ['parse', 'nowhere.txt', seed]],
    [2, ['parse']],
    [2, ['rewrite', seed]],
    [2, ['parse', '--yaml', seed]],
    [2, []],
  ])('is %i for attest %j, and with --json stdout is JSON only', (code, words) => {
    expect(attest(...words).status).toBe(code);
    const { status, stdout } = attest(...words, '--json');
    expect(status).toBe(code);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });
});

describe('attest anchor', () => {
  const text = 'Ruiz said the bridge is safe. Lee said 2,000 cars use it.';
  const one = (exact: string, editedText: string, from = text.indexOf(exact)) => ({
    id: exact,
    text,
    editedText,
    selector: { exact, prefix: text.slice(Math.max(0, from - 8), from), suffix: '', start: from, end: from + exact.length },
  });

  it('answers every case in order: status, place, likeness and what differs', () => {
    const cases = file(
      'cases.json',
      JSON.stringify([
        one('the bridge is safe', `It rained. ${text}`),
        one('2,000 cars', text.replace('2,000', '3,000')),
        one('Ruiz', 'Nobody knew.'),
      ]),
    );
    const { status, stdout } = attest('anchor', cases, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { id: 'the bridge is safe', status: 'moved', start: 21, end: 39, score: 1, changed: [] },
      { id: '2,000 cars', status: 'changed', start: 39, end: 49, score: 0.889, changed: [{ kind: 'number', from: '2,000', to: '3,000' }] },
      { id: 'Ruiz', status: 'lost', score: 0, changed: [] },
    ]);
  });

  it('takes positions in another unit where the words say which are meant, and names the case where they do not', () => {
    const moved = one('Lee', text, 33);
    expect(JSON.parse(attest('anchor', file('moved.json', JSON.stringify([moved])), '--json').stdout)).toMatchObject([
      { id: 'Lee', start: 30 },
    ]);
    const { status, stdout } = attest('anchor', file('twice.json', JSON.stringify([one('said', text, 0)])), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ ok: false, errors: [{ path: '/0/selector/exact' }] }]);
  });

  it('refuses what is no list of cases', () => {
    expect(attest('anchor', good, '--json').status).toBe(1);
    expect(attest('anchor', notJson, '--json').status).toBe(2);
  });
});

describe('attest verify', () => {
  const { project, entries } = fakeJournal(5, 8);
  const lines = [...journalLines(entries)];
  const journal = file('journal.jsonl', lines.join(''));
  const flipped = file(
    'flipped.jsonl',
    lines.map((line, index) => (index === 4 ? line.replace('"action":"', '"action":"x') : line)).join(''),
  );
  const backup = file('backup.attest.json', writePackage(backupContents(project, entries), 'attest').bytes);

  it('says where the chain of a journal or of a backup ends', () => {
    expect(attest('verify', journal, backup)).toEqual({
      status: 0,
      stdout: [journal, backup]
        .map((name) => `${name}: good, ${entries.length} actions, the last one is ${entries.at(-1)?.hash}`)
        .join('\n'),
    });
  });

  it('names the line that was changed', () => {
    const { status, stdout } = attest('verify', flipped, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { ok: false, errors: [{ path: 'line 5', reason: 'Action 4 is not the one its hash names.' }] },
    ]);
  });

  it('refuses what has no journal, and what is none', () => {
    expect(attest('verify', good)).toMatchObject({ status: 1, stdout: expect.stringContaining('The package has no journal.') });
    expect(attest('verify', notJson)).toMatchObject({ status: 2 });
    expect(attest('verify', join(folder, 'nowhere.jsonl'))).toMatchObject({ status: 2 });
  });
});
