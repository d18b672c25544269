import { polarityIn } from '../text/polarity.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Alignment } from './alignment.ts';
import type { Difference } from './anchored.ts';
import { at } from './at.ts';
import { isSame } from './pairs.ts';
import type { TokenRange } from './place.ts';
import { endOf, foldedIn, startOf } from './token-places.ts';
import type { Tokens } from './tokens.ts';

/** What was replaced, added and removed between tokens of the old text and those at their place in the new, in order. */
export function differencesBetween(alignment: Alignment, range: TokenRange, place: TokenRange): Difference[] {
  const { olds, nows, to } = alignment;
  const found: Difference[] = [];
  let [old, now] = [range.start, place.start];
  const close = (oldEnd: number, nowEnd: number) => {
    const [removed, added] = [
      { start: old, end: oldEnd },
      { start: now, end: nowEnd },
    ];
    if (old === oldEnd && now === nowEnd) return;
    found.push({ kind: kindOf(foldedIn(olds, removed), foldedIn(nows, added)), from: wordsIn(olds, removed), to: wordsIn(nows, added) });
  };
  for (let token = range.start; token < range.end; token += 1) {
    const partner = at(to, token);
    if (partner < now || partner >= place.end || !isSame(olds, token, nows, partner)) continue;
    close(token, partner);
    [old, now] = [token + 1, partner + 1];
  }
  close(range.end, place.end);
  return found;
}

const wordsIn = (tokens: Tokens, { start, end }: TokenRange): string =>
  start >= end ? '' : tokens.folded.text.slice(startOf(tokens, start), endOf(tokens, end - 1));

function kindOf(from: string, to: string): Difference['kind'] {
  if (numberDifference(from, to)) return 'number';
  return polarityDifference(from, to) ? 'negation' : 'words';
}

/** The words that deny or doubt which one of two folded texts has and the other has not; `null` where both have the same. */
export function polarityDifference(from: string, to: string): Difference | null {
  return from === to ? null : countDifference('negation', polarityIn(from), polarityIn(to));
}

/** The numbers which one of two folded texts has and the other has not; `null` where both have the same. */
export function numberDifference(from: string, to: string): Difference | null {
  return from === to ? null : countDifference('number', numbersIn(from), numbersIn(to));
}

const numbersIn = (words: string): string[] => [...words.matchAll(/[-+−]?\p{N}(?:[\p{N}.,:/]*\p{N})?|[\p{Sc}%‰]/gu)].map(String);

function countDifference(kind: Difference['kind'], from: readonly string[], to: readonly string[]): Difference | null {
  const removed = [...from];
  const added: string[] = [];
  for (const word of to) {
    const known = removed.indexOf(word);
    if (known < 0) added.push(word);
    else removed.splice(known, 1);
  }
  return removed.length + added.length === 0 ? null : { kind, from: removed.join(' '), to: added.join(' ') };
}

/** How the same words are set otherwise: the stretch from the first to the last unit that differs; `null` where none does. */
export function typographyDifference(from: string, to: string): Difference | null {
  if (from === to) return null;
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from[from.length - tail - 1] === to[to.length - tail - 1]) tail += 1;
  const part = (words: string) => wholeCharacters(words, { start: head, end: words.length - tail });
  return { kind: 'typography', from: part(from), to: part(to) };
}

const wholeCharacters = (words: string, { start, end }: Stretch): string => {
  const [from, to] = [start - (isLow(words, start) ? 1 : 0), end + (isLow(words, end) ? 1 : 0)];
  return words.slice(from, to);
};

const isLow = (words: string, place: number): boolean => /[\udc00-\udfff]/.test(words.charAt(place));
