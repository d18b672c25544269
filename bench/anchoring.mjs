// What re-anchoring costs and how often it is right: 1,000 quotes in a text of a million characters of which 2, 5 and 10 % were edited and
// some paragraphs moved. Beside it, in turn, stands a matcher that looks for each quote by itself, as Hypothesis does: approximate search
// in the whole text, at most half of the quote wrong, places weighed by quote, prefix, suffix and position. It gets a few quotes at a
// time, and its time is given for all.
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import approximateSearch from 'approx-string-match';
import { build } from 'vite';
import { editedText } from './edited-text.mjs';

const search = approximateSearch.default ?? approximateSearch;
const length = Number(process.env.BENCH_LENGTH ?? 1_000_000);
const quotes = Number(process.env.BENCH_QUOTES ?? 1_000);
const rounds = Number(process.env.BENCH_TIMES ?? 7);
// How many quotes the slow matcher gets in each round.
const slow = Number(process.env.BENCH_SLOW ?? 12);

async function anchoring() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'node20',
      lib: { entry: fileURLToPath(new URL('anchoring-entry.ts', import.meta.url)), formats: ['es'], fileName: 'anchoring' },
    },
  }).then((built) => [built].flat());
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

/** Every place of a string, or where there is none the places that differ least. */
function places(text, quote) {
  const exact = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, Math.min(256, quote.length / 2));
}

/** How alike two pieces of context are, 0–1. */
function likeness(text, wanted) {
  if (wanted === '' || text === '') return 0;
  const [best] = search(text, wanted, wanted.length);
  return best ? 1 - best.errors / wanted.length : 0;
}

function matchQuote(text, { exact, prefix, suffix, start: hint }) {
  let best = null;
  for (const { start, end, errors } of places(text, exact)) {
    const quote = 50 * (1 - errors / exact.length);
    const before = prefix ? 20 * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 20;
    const behind = suffix ? 20 * likeness(text.slice(end, end + suffix.length), suffix) : 20;
    const score = quote + before + behind + 2 * (1 - Math.abs(start - hint) / text.length);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Found where at least four fifths of what is found and what is true are the same. */
function isRight(found, { start, end }) {
  if (!found || found.start === undefined) return false;
  const shared = Math.min(found.end, end) - Math.max(found.start, start);
  return shared / (Math.max(found.end, end) - Math.min(found.start, start)) >= 0.8;
}

function timed(run) {
  const began = performance.now();
  const result = run();
  return { result, took: performance.now() - began };
}

const { anchorAnnotations, anchorSelectors, seededRandom } = await anchoring();

for (const rate of [0.02, 0.05, 0.1]) {
  const { oldText, newText, segments, truths } = editedText({ length, quotes, rate, random: seededRandom(20261124) });
  const took = { old: [], without: [], slow: [] };
  const right = { old: 0, without: 0, slow: 0 };
  const share = (found) => found.filter((each, index) => isRight(each, truths[index])).length / truths.length;
  // One run that is not counted, so that the first rate is not slower than the next.
  for (const warmUp of [() => anchorAnnotations(oldText, newText, segments), () => anchorSelectors(newText, segments)]) warmUp();
  let tried = 0;
  for (let round = 0; round < rounds; round += 1) {
    const old = timed(() => anchorAnnotations(oldText, newText, segments));
    const without = timed(() => anchorSelectors(newText, segments));
    const part = segments.slice(tried, tried + slow);
    const each = timed(() => part.map((segment) => matchQuote(newText, segment)));
    right.slow += each.result.filter((found, index) => isRight(found, truths[tried + index])).length;
    tried += part.length;
    took.old.push(old.took);
    took.without.push(without.took);
    took.slow.push((each.took / part.length) * segments.length);
    right.old = share(old.result);
    right.without = share(without.result);
  }
  const percent = (value) => `${(value * 100).toFixed(1)} % right`;
  const times = (value) => `${(median(took.slow) / value).toFixed(0)} times as fast`;
  console.log(
    [
      `${rate * 100} % edited, ${segments.length} quotes in ${newText.length} characters (load ${loadavg()[0].toFixed(1)})`,
      `  one by one: ${median(took.slow).toFixed(0)} ms, ${percent(right.slow / tried)} of ${tried}`,
      `  with the old text: ${median(took.old).toFixed(0)} ms, ${times(median(took.old))}, ${percent(right.old)}`,
      `  without it: ${median(took.without).toFixed(0)} ms, ${times(median(took.without))}, ${percent(right.without)}`,
    ].join('\n'),
  );
}
