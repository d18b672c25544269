// Fills an Attest project in a browser with a library of made-up articles and tags, straight into its database.
import { randomUUID } from 'node:crypto';
import { runnerImport } from 'vite';

const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'warn' })).module;

const perArticle = 100;
const articlesInAction = 50;
const sentence = 'Officials of the harbor board said that the gate would close at noon and open again before the evening tide. ';

/**
 * Adds so many annotations, 100 to an article, as the newest actions of the project that the page has open.
 * @param {import('@playwright/test').Page} page of the app's origin, with the app itself closed
 * @param {number} annotations
 */
export async function fillLibrary(page, annotations) {
  const { chained } = await load('src/formats/chain.ts');
  const { indexed } = await load('src/storage/stored-history.ts');
  const { parseArticle } = await load('src/text/article.ts');
  const { sha256 } = await load('src/text/hash.ts');
  const { segmentsAt } = await load('src/anchoring/describe.ts');
  const start = await page.evaluate(readStart);
  let last = start.last;
  for (let from = 0; from < annotations / perArticle; from += articlesInAction) {
    const numbers = Array.from({ length: Math.min(articlesInAction, annotations / perArticle - from) }, (_, index) => from + index);
    const made = numbers.map((number) => article(number, start, { parseArticle, sha256, segmentsAt }));
    const patch = made.flatMap(({ record, tags }) => [
      { table: 'articles', id: record.id, before: null, after: record },
      ...tags.map((tag) => ({ table: 'annotations', id: tag.id, before: null, after: tag })),
    ]);
    const draft = {
      id: randomUUID(),
      at: new Date().toISOString(),
      author: start.author,
      tab: 'bench',
      action: 'import',
      parameters: {},
      cause: { kind: 'manual' },
      patch,
    };
    last = chained(draft, last);
    await page.evaluate(store, { database: start.database, entry: indexed(last), made });
  }
}

function article(number, { author, set, codebook }, { parseArticle, sha256, segmentsAt }) {
  const content = `Report ${number} of the harbor\n\n${Array.from({ length: 10 }, () => sentence.repeat(4).trim()).join('\n\n')}\n`;
  const text = sha256(content);
  const parsed = parseArticle(content);
  const added = new Date().toISOString();
  const record = {
    id: randomUUID(),
    title: `Report ${number} of the harbor`,
    language: 'en',
    direction: 'ltr',
    status: 'to-do',
    added,
    versions: [{ text, added, zones: parsed.zones.map((zone) => ({ ...zone, id: randomUUID() })) }],
  };
  const tags = Array.from({ length: perArticle }, (_, index) => {
    const at = 40 + index * 40;
    const segments = segmentsAt(content, [{ start: at, end: at + 25 }]);
    return { id: randomUUID(), text, set, type: 'claim', segments, attributes: {}, origin: 'manual', codebook, author, created: added };
  });
  return { text, content, record, tags, set };
}

/** Runs in the page: where the project's chain ends, and whose it is. */
async function readStart() {
  const open = (name) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const all = (database, store) =>
    new Promise((resolve) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const list = await open('attest');
  const [project] = await all(list, 'projects');
  list.close();
  const database = await open(project.database ?? `attest-${project.id}`);
  const rows = await all(database, 'rows');
  const journal = await all(database, 'journal');
  const name = database.name;
  database.close();
  const set = rows.find(({ table }) => table === 'sets').record;
  const codebook = rows.find(({ table }) => table === 'codebooks').key.slice('codebooks/'.length);
  const { seq, hash } = journal.at(-1);
  return { database: name, author: set.author, set: set.id, codebook, last: { seq, hash } };
}

/** Runs in the page: one action and what it made, in one transaction. */
async function store({ database: name, entry, made }) {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction(['rows', 'texts', 'parts', 'pages', 'journal', 'counters'], 'readwrite');
  const put = (of, value) => transaction.objectStore(of).put(value);
  for (const { text, content, record, tags, set } of made) {
    const links = { links: [], starts: [], entities: [] };
    put('rows', { key: `articles/${record.id}`, table: 'articles', record });
    put('texts', { id: text, length: content.length });
    put('parts', { text, part: 0, content });
    put('pages', { scope: `${text}/${set}`, text, set, annotations: tags, relations: [], ids: tags.map(({ id }) => id), ...links });
    put('counters', { key: `${text}/${set}`, byType: { claim: tags.length }, relations: 0 });
  }
  put('journal', entry);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}
