// Writes public/seeds/manifest.json: ids, metadata and zones of the articles of the first start.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const script = fileURLToPath(import.meta.url);
const root = join(script, '..', '..');
const folder = join(root, 'public', 'seeds');

/** Where the manifest lies. */
export const manifestFile = join(folder, 'manifest.json');

/** The articles in the order of the library, the given one first. */
export const files = [
  '000_bb9609fc8471e115.txt',
  'interrupted-quote.txt',
  'three-paragraph-quotation.txt',
  'nested-quotes.txt',
  'russian.txt',
  'arabic.txt',
  'chinese.txt',
  'german.txt',
  'emoji-crlf.txt',
  'long-read.txt',
];

// Ascending, because the library lists articles that were added together by their ids.
const articleId = (index) => `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;

function zoneId(file, index) {
  const hex = createHash('sha256').update(`${file}/${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const load = async (path) => (await runnerImport(join(root, path), { root, configFile: false, logLevel: 'warn' })).module;

/** The text of the manifest. */
export async function manifestText() {
  const [{ decodeText }, { parseArticle }, { sha256 }] = await Promise.all(
    ['src/text/decode.ts', 'src/text/article.ts', 'src/text/hash.ts'].map(load),
  );
  const articles = files.map((file, index) => {
    const { text } = decodeText(new Uint8Array(readFileSync(join(folder, file))));
    const { title, byline, bylineKind, publisher, publisherInferred, date, language, direction, zones } = parseArticle(text);
    const found = { byline, bylineKind, publisher, publisherInferred: publisherInferred || null, date };
    return {
      id: articleId(index),
      file,
      text: sha256(text),
      title,
      ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)),
      language,
      direction,
      zones: zones.map(({ kind, start, end }, at) => ({ id: zoneId(file, at), kind, start, end })),
    };
  });
  return `${JSON.stringify({ articles }, null, 1)}\n`;
}

if (process.argv[1] === script) writeFileSync(manifestFile, await manifestText());
