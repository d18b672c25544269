import type { Stretch } from '../../text/stretch.ts';
import type { Annotation } from '../records.ts';

// Scripts that put no spaces between words: there a neighbouring letter says nothing.
const spaced = /[^\P{Letter}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{Nd}\p{M}]/u;

/** Where these words stand in a text as whole words, letter by letter the same, from the first to the last (UTF-16 units). */
export function placesOf(words: string, text: string): Stretch[] {
  const places: Stretch[] = [];
  if (words === '') return places;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (start < (places.at(-1)?.end ?? 0) || goesOn(text, start) || goesOn(text, end)) continue;
    places.push({ start, end });
  }
  return places;
}

/** True where a word goes on across an offset. */
function goesOn(text: string, offset: number): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  return spaced.test(after) && (spaced.test(before) || /\p{M}/u.test(after));
}

/** Where the words of a tag stand in a text outside every tag of its type; `tags` are those of its set on that text. None for a tag of several parts. */
export function sameWords({ segments, type }: Annotation, text: string, tags: readonly Annotation[]): Stretch[] {
  if (segments.length > 1) return [];
  const taken = tags.filter((tag) => tag.type === type).flatMap((tag) => tag.segments);
  return placesOf(segments[0].exact, text).filter((place) => !taken.some(({ start, end }) => start <= place.start && place.end <= end));
}
