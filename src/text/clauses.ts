import { sentencesIn } from './sentences.ts';
import type { Stretch } from './stretch.ts';

// Where a clause ends: punctuation with the closing marks after it; not the comma inside a number.
const seams = /(?:[,;:،؛，；：、](?!\d)|\s[–—-]\s)["”’»』」)]*/gu;

/** The clauses within a stretch (UTF-16 units): sentences cut at commas, semicolons, colons and dashes, closing marks left with what they close. */
export function clausesIn(text: string, stretch: Stretch, language: string): Stretch[] {
  return sentencesIn(text, stretch, language).flatMap((sentence) => cut(text, sentence));
}

function cut(text: string, { start, end }: Stretch): Stretch[] {
  const part = text.slice(start, end);
  const ends = [...part.matchAll(seams)].map((match) => match.index + match[0].length);
  const clauses: Stretch[] = [];
  let from = 0;
  for (const to of [...ends, part.length]) {
    const words = part.slice(from, to);
    const lead = words.length - words.trimStart().length;
    const length = words.trim().length;
    if (length > 0) clauses.push({ start: start + from + lead, end: start + from + lead + length });
    from = to;
  }
  return clauses;
}
