import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longRead } from '../../scripts/long-read.mjs';
import { files, manifestFile, manifestText } from '../../scripts/seeds.mjs';
import type { SeedManifest } from '../model/commands/first-start.ts';
import { sha256 } from '../text/hash.ts';
import { quotationsIn } from '../text/quotations.ts';

const read = (file: string): string => readFileSync(join('public', 'seeds', file), 'utf8');
const manifest: SeedManifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const marks = /Fictional sample text|Вымышленный учебный текст|نص تجريبي خيالي|虚构示例文本|Erfundener Beispieltext/u;

describe('the seed articles', () => {
  it('have a manifest as it would be written now', async () => {
    expect(readFileSync(manifestFile, 'utf8')).toBe(await manifestText());
  });

  it('are ten, the given one first and byte for byte', () => {
    expect(manifest.articles.map(({ file }) => file)).toEqual(files);
    expect(files).toHaveLength(10);
    expect(sha256(read('000_bb9609fc8471e115.txt'))).toBe('ee5eb6ca4b19115316c3fc06b42bea65dd3b959eec786744a72be280352e7e62');
  });

  it.each(manifest.articles)('$file is the text the manifest names', ({ file, text, zones }) => {
    const content = read(file);
    expect(sha256(content)).toBe(text);
    expect(zones.every(({ start, end }) => 0 <= start && start < end && end <= content.length)).toBe(true);
  });

  it.each(files.slice(1))('%s says that it is fictional', (file) => {
    expect(read(file)).toMatch(marks);
  });

  it.each([
    ['russian.txt', 'ru', 'ltr'],
    ['arabic.txt', 'ar', 'rtl'],
    ['chinese.txt', 'zh', 'ltr'],
    ['german.txt', 'de', 'ltr'],
    ['emoji-crlf.txt', 'en', 'ltr'],
  ])('%s is recognised as %s, %s', (file, language, direction) => {
    expect(manifest.articles.find((article) => article.file === file)).toMatchObject({ language, direction });
  });

  it('hold line ends of both kinds, joined emoji and combining marks', () => {
    const content = read('emoji-crlf.txt');
    expect(content).toMatch(/\r\n/);
    expect(content).not.toMatch(/[^\r]\n/);
    expect(content).toMatch(/\u200d/u);
    expect(content).toMatch(/\p{M}/u);
  });

  it('end with a long read of at least 300 quotations, the same each time it is composed', () => {
    const content = read('long-read.txt');
    const zones = manifest.articles.at(-1)?.zones ?? [];
    expect(content).toBe(longRead());
    expect(Buffer.byteLength(content)).toBeGreaterThan(190_000);
    expect(quotationsIn(content, zones).length).toBeGreaterThanOrEqual(300);
  });
});
