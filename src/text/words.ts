import type { Stretch } from './stretch.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** The words within a stretch of a text (UTF-16 units), without spaces and punctuation; hyphenated ones are one word. */
export function wordsIn(text: string, { start, end }: Stretch, language: string): Stretch[] {
  const words: Stretch[] = [];
  for (const { index, segment, isWordLike } of segmenterFor(language).segment(text.slice(start, end))) {
    if (!isWordLike) continue;
    const word = { start: start + index, end: start + index + segment.length };
    const last = words.at(-1);
    if (last && /^[-‑’']$/u.test(text.slice(last.end, word.start))) words[words.length - 1] = { start: last.start, end: word.end };
    else words.push(word);
  }
  return words;
}
