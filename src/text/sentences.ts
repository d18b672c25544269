import type { Stretch } from './stretch.ts';

const abbreviations = new Set(
  'mr mrs ms dr prof gen col lt sgt capt sen rep gov st jr sr vs etc inc ltd co corp no vol fig approx dept est jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m z.b d.h u.a bzw ca hr fr nr art abs bspw г ул им т.е т.д т.п см'.split(
    ' ',
  ),
);

// A stop, perhaps several, then whatever closes before the next sentence begins.
const stops = /(?:[.!?…]+|[。！？｡؟۔]+)["”’»«“』」）)\]']*/gu;

/** The sentences within a stretch of a text (UTF-16 units), without the spaces around them; together they hold every word. */
export function sentencesIn(text: string, { start, end }: Stretch, _language: string): Stretch[] {
  const part = text.slice(start, end);
  const sentences: Stretch[] = [];
  let from = 0;
  for (const match of part.matchAll(stops)) {
    const to = match.index + match[0].length;
    if (!endsSentence(part, match.index, to)) continue;
    push(sentences, part, from, to, start);
    from = to;
  }
  push(sentences, part, from, part.length, start);
  return sentences;
}

function push(sentences: Stretch[], part: string, from: number, to: number, base: number): void {
  const words = part.slice(from, to);
  const lead = words.length - words.trimStart().length;
  const length = words.trim().length;
  if (length > 0) sentences.push({ start: base + from + lead, end: base + from + lead + length });
}

function endsSentence(part: string, stop: number, to: number): boolean {
  if (to >= part.length) return true;
  if (/[。！？｡]/u.test(part.charAt(stop))) return !/^["”’』」]/u.test(part.slice(to));
  if (!/\s/u.test(part.charAt(to))) return false;
  const next = part.slice(to).trimStart();
  // What goes on in lower case is the attribution of a quotation or the rest after an abbreviation or three dots.
  if (/^[\p{Ll}]/u.test(next)) return false;
  return !(part.charAt(stop) === '.' && to === stop + 1 && isAbbreviation(part, stop));
}

function isAbbreviation(part: string, stop: number): boolean {
  const word = /[\p{L}.]+$/u.exec(part.slice(Math.max(0, stop - 20), stop))?.[0] ?? '';
  return /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
}
