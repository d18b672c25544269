// What reading a long article costs: its quotation marks, and who says what in it, on the long read of 200 kB.
import { readFile } from 'node:fs/promises';
import { createServer } from 'vite';

const rounds = Number(process.env.BENCH_ROUNDS ?? 30);
const file = new URL('../public/seeds/long-read.txt', import.meta.url);

const server = await createServer({ server: { middlewareMode: true, watch: null }, appType: 'custom', logLevel: 'error' });
const { parseArticle } = await server.ssrLoadModule('/src/text/article.ts');
const { quotationsIn } = await server.ssrLoadModule('/src/text/quotations.ts');
const { suggestionsIn } = await server.ssrLoadModule('/src/suggest/suggestions.ts');
const { offersFor } = await server.ssrLoadModule('/src/suggest/offers.ts');

const text = await readFile(file, 'utf8');
const { zones, language } = parseArticle(text);
const article = { text, zones, language };

/** Milliseconds of each round, shortest first. */
function times(work) {
  return Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }).sort((a, b) => a - b);
}

const shown = (all) =>
  `shortest ${all[0].toFixed(1)} ms, median ${all[Math.floor(all.length / 2)].toFixed(1)} ms, longest ${all.at(-1).toFixed(1)} ms`;
const median = (all) => all[Math.floor(all.length / 2)];

const quotations = times(() => quotationsIn(text, zones));
console.log(`quotation marks of ${text.length} units: ${shown(quotations)}`);

const suggestions = times(() => suggestionsIn(article));
console.log(`suggestions: ${shown(suggestions)}, ${Math.round(text.length / median(suggestions))} kB/s`);

const known = suggestionsIn(article);
const [quotation] = quotationsIn(text, zones).slice(-1);
const target = { id: 'quote', type: 'quote', stretches: [quotation] };
const offers = times(() => offersFor({ suggestions: known, tags: [target], links: [], register: [] }, target));
console.log(`offers for the last quotation: ${shown(offers)}`);

await server.close();
