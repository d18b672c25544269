import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { samplePackage } from '../testing/sample-package.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { bytes, json: sample, checksum } = samplePackage();
const path = (name: string) => join(folder, name);
const said: string[] = [];
const told: string[] = [];

beforeEach(() => {
  said.length = 0;
  told.length = 0;
});

/** Runs the command in this process; gives the exit code and what it printed as JSON. */
function attest(...words: readonly string[]) {
  const code = main([...words, '--json'], { out: (line) => said.push(line), err: (line) => told.push(line) });
  return { code, json: JSON.parse(said.join('\n')) };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

const good = file('good.attest.json', bytes);

describe('attest convert', () => {
  it.each(['w3c', 'cas', 'brat', 'label-studio', 'doccano'])('brings the tags of a package through %s and back', (format) => {
    const there = attest('convert', good, '--to', format, '--out', path(format));
    expect(there.code).toBe(0);
    expect(there.json.files.length).toBeGreaterThan(1);
    said.length = 0;
    const back = path(`${format}.attest.json`);
    expect(attest('convert', path(format), '--to', 'attest', '--out', back).code).toBe(0);
    const came = JSON.parse(readFileSync(back, 'utf8'));
    const places = ({ annotations }: typeof sample) =>
      annotations.map(({ type, segments }: typeof sample) => JSON.stringify({ type, segments })).sort();
    expect(places(came)).toEqual(places(sample));
    expect(came.relations.length).toBe(sample.relations.length);
  });

  it('gives the same bytes where nothing is lost', () => {
    attest('convert', good, '--to', 'w3c', '--out', path('whole'));
    said.length = 0;
    expect(attest('convert', path('whole'), '--to', 'attest', '--out', path('whole.attest.json')).code).toBe(0);
    expect(Buffer.compare(readFileSync(path('whole.attest.json')), bytes)).toBe(0);
  });

  it('says what it does on stderr and what is lost in the answer and beside the files', () => {
    const { json } = attest('convert', good, '--to', 'doccano', '--out', path('lossy'));
    expect(told).toEqual([
      'Reading 1 file',
      'Converting Attest package to doccano JSONL',
      'Writing 1 of 3: examples.jsonl',
      'Writing 2 of 3: without-tags.attest.json',
      'Writing 3 of 3: losses.txt',
    ]);
    const attributes = json.losses.find(({ facet }: { facet: string }) => facet === 'attributes');
    expect(attributes.count).toBe(sample.annotations.filter((tag: typeof sample) => Object.keys(tag.attributes).length > 0).length);
    expect(readFileSync(path('lossy/losses.txt'), 'utf8')).toContain(attributes.message);
  });

  it.each<readonly [string, number, readonly string[]]>([
    ['no format', 2, ['convert', good, '--out', path('none')]],
    ['an unknown format', 2, ['convert', good, '--to', 'tei', '--out', path('none')]],
    ['a format that is only read', 2, ['convert', good, '--to', 'hypothesis', '--out', path('none')]],
    ['no place', 2, ['convert', good, '--to', 'csv']],
    ['an option without a value', 2, ['convert', good, '--to']],
    ['a place that is taken', 2, ['convert', good, '--to', 'attest', '--out', good]],
    ['a file that is not there', 2, ['convert', path('nowhere'), '--to', 'csv', '--out', path('none')]],
    ['a file of no known format', 2, ['convert', file('plain.txt', 'Only words.'), '--to', 'csv', '--out', path('none')]],
    [
      'a package that is broken',
      1,
      ['convert', file('bad.attest.json', JSON.stringify({ ...sample, checksum: '0' })), '--to', 'csv', '--out', path('none')],
    ],
    ['a codebook that is not there', 2, ['convert', good, '--to', 'csv', '--codebook', path('nowhere'), '--out', path('none')]],
    ['an option of another command', 2, ['validate', good, '--to', 'csv']],
  ])('with %s writes nothing', (_, code, words) => {
    const before = readFileSync(good);
    expect(attest(...words).code).toBe(code);
    expect(readdirSync(folder)).not.toContain('none');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(Buffer.compare(readFileSync(good), before)).toBe(0);
  });

  it('says where a shifted offset makes passages stand nowhere, and writes nothing', () => {
    attest('convert', good, '--to', 'label-studio', '--out', path('shifted'));
    said.length = 0;
    const tasks = JSON.parse(readFileSync(path('shifted/tasks.json'), 'utf8'));
    tasks[0].annotations[0].result[0].value.start += 1;
    const { code, json } = attest('convert', file('tasks.json', JSON.stringify(tasks)), '--to', 'attest', '--out', path('none'));
    expect(code).toBe(1);
    expect(json.unanchored[0]).toMatchObject({ counting: { unit: 'code-point' } });
    expect(json.unanchored[0].fitting).toBe(json.unanchored[0].of - 1);
    expect(readdirSync(folder)).not.toContain('none');
  });
});

describe('attest inspect', () => {
  it('tells what a package holds', () => {
    const { code, json } = attest('inspect', good);
    expect(code).toBe(0);
    expect(json).toMatchObject({ format: 'attest', counting: { unit: 'utf-16', crlf: 2 }, checksum });
    expect(json.phrase.split(' ')).toHaveLength(4);
    expect(json.counts.annotations).toBe(sample.annotations.length);
    expect(json.texts).toEqual([expect.objectContaining({ hash: sample.texts[0].id, length: sample.texts[0].length })]);
    expect(json.sets).toEqual([expect.objectContaining({ tags: sample.annotations.length })]);
  });

  it('tells it of files of another tool, and how these count', () => {
    attest('convert', good, '--to', 'brat', '--out', path('standoff'));
    said.length = 0;
    const { code, json } = attest('inspect', path('standoff'));
    expect(code).toBe(0);
    expect(json).toMatchObject({ format: 'brat', counting: { unit: 'code-point' } });
    expect(json.counts.annotations).toBe(sample.annotations.length);
  });

  it('prints lines for people without --json', () => {
    expect(main(['inspect', good], { out: (line) => said.push(line), err: (line) => told.push(line) })).toBe(0);
    expect(said.join('\n')).toContain(`Checksum: ${checksum} (`);
    expect(said.join('\n')).toContain('Offsets: UTF-16 units');
  });
});
