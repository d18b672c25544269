import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { count } from '../testing/test-length.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Stretch } from '../text/stretch.ts';
import { anchorAnnotations } from './anchor-annotations.ts';
import { anchorSelectors } from './anchor-selectors.ts';
import type { Anchored } from './anchored.ts';
import { segmentsAt } from './describe.ts';

const folder = join('src', 'testing', 'articles');
const articles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** A text in three parts, the middle one its tag. */
type Marked = readonly [before: string, tag: string, behind: string];

interface Tagged {
  readonly marked: Marked;
  /** The parts of its sentence and of its paragraph. */
  readonly sentence: Marked;
  readonly paragraph: Marked;
}

const cut = (text: string, whole: Stretch, tag: Stretch): Marked => [
  text.slice(whole.start, tag.start),
  text.slice(tag.start, tag.end),
  text.slice(tag.end, whole.end),
];

/** Every sentence of every longer paragraph, and its second to fourth word. */
const all: readonly Tagged[] = articles.flatMap((text) =>
  [...text.matchAll(/[^\r\n]{60,}/gu)].flatMap(({ 0: line, index }) => {
    const paragraph = { start: index, end: index + line.length };
    return sentencesIn(text, paragraph, 'und').flatMap((sentence) => {
      const words = [...text.slice(sentence.start, sentence.end).matchAll(/\p{L}+/gu)];
      const [second, fourth] = [words[1], words[3]];
      if (!second || !fourth || words.length < 6) return [];
      const phrase = { start: sentence.start + second.index, end: sentence.start + fourth.index + fourth[0].length };
      return [sentence, phrase].map((tag) => ({
        marked: cut(text, { start: 0, end: text.length }, tag),
        sentence: cut(text, sentence, tag),
        paragraph: cut(text, paragraph, tag),
      }));
    });
  }),
);

const tagged = all.filter((_, index) => index % count(4, 1) === 0);
const added = 'A second inspection of the lighthouse was announced for the summer.';
const each = (marked: Marked, change: (part: string) => string): Marked => [change(marked[0]), change(marked[1]), change(marked[2])];
const head = (text: string, end: string): string => text.slice(0, text.length - end.length);

/** What happens around a tag and leaves it alone. */
const harmless: Readonly<Record<string, (tag: Tagged) => Marked>> = {
  'a line at the beginning': ({ marked: [before, tag, behind] }) => [`${added}\n\n${before}`, tag, behind],
  'a paragraph before its own': ({ marked: [before, tag, behind], paragraph: [start] }) => [
    `${head(before, start)}${added}\n\n${start}`,
    tag,
    behind,
  ],
  'a paragraph behind its own': ({ marked: [before, tag, behind], paragraph: [, , end] }) => [
    before,
    tag,
    `${end}\n\n${added}${behind.slice(end.length)}`,
  ],
  'its paragraph at the end': ({ marked: [before, , behind], paragraph: [start, tag, end] }) => [
    `${head(before, start)}${behind.slice(end.length).trimEnd()}\n\n${start}`,
    tag,
    end,
  ],
  'straight marks': ({ marked }) => each(marked, (part) => part.replaceAll(/[“”«»„]/gu, '"').replaceAll(/[‘’]/gu, "'")),
  CRLF: ({ marked }) => each(marked, (part) => part.replaceAll('\n', '\r\n')),
  'letters and accents apart': ({ marked }) => each(marked, (part) => part.normalize('NFD')),
  'divided words': ({ marked }) => each(marked, (part) => part.replaceAll(/(\p{Ll}{4})(\p{Ll}{5})/gu, '$1-\n$2')),
  'soft hyphens': ({ marked }) => each(marked, (part) => part.replaceAll(/(\p{Ll}{4})(\p{Ll}{4})/gu, '$1\u00ad$2')),
};

/** What changes the tag itself. */
const changing: Readonly<Record<string, (tag: Tagged) => Marked>> = {
  'a letter more': ({ marked: [before, tag, behind] }) => [
    before,
    tag.replace(/(\p{L}\p{L})(\p{L}*)$|(\p{L}\p{L})(\p{L})/u, '$1$3q$2$4'),
    behind,
  ],
  'a denial': ({ marked: [before, tag, behind] }) => [before, tag.replace(/(?<=\p{L}) (?=\p{L})/u, ' not '), behind],
  'an advertisement': ({ marked: [before, tag, behind] }) => [
    before,
    tag.replace(/(?<=\p{L}) (?=\p{L})/u, '\n\nADVERTISEMENT\n\n'),
    behind,
  ],
};

const goesThrough = ({ status }: Anchored | { readonly status: null }): boolean => status === 'unchanged' || status === 'moved';

function answers({ marked }: Tagged, now: Marked) {
  const [text, newText] = [marked.join(''), now.join('')];
  const stretch = { start: marked[0].length, end: marked[0].length + marked[1].length };
  const isThere = (found: Anchored) =>
    found.status !== 'lost' && found.start === now[0].length && found.end === now[0].length + now[1].length;
  return [anchorAnnotations(text, newText, [stretch]), anchorSelectors(newText, segmentsAt(text, [stretch]))].flat().map((found) => ({
    found,
    there: isThere(found),
  }));
}

describe('real articles', () => {
  it('give enough to try', () => expect(tagged.length).toBeGreaterThan(50));

  it.each(Object.entries(harmless))('%s: nothing goes to a wrong place, nearly all goes through', (_, edit) => {
    const told = tagged.flatMap((tag) => [answers(tag, edit(tag))]);
    expect(told.flat().filter(({ found, there }) => goesThrough(found) && !there)).toEqual([]);
    const share = (way: 0 | 1) => told.filter((both) => both[way] && goesThrough(both[way].found)).length / told.length;
    expect(share(0)).toBeGreaterThan(0.95);
    expect(share(1)).toBeGreaterThan(0.7);
  });

  it.each(Object.entries(changing))('%s: every tag waits at its place', (_, edit) => {
    const touched = tagged.filter((tag) => edit(tag)[1] !== tag.marked[1]);
    const told = touched.map((tag) => answers(tag, edit(tag)));
    expect(touched.length).toBeGreaterThan(tagged.length / 2);
    for (const both of told) for (const { found } of both) expect(goesThrough(found)).toBe(false);
    expect(told.filter(([old]) => old?.there).length / told.length).toBeGreaterThan(0.95);
  });

  it('a sentence removed: no tag goes through', () => {
    for (const tag of tagged) {
      const { marked, sentence } = tag;
      const now: Marked = [head(marked[0], sentence[0]), '', marked[2].slice(sentence[2].length)];
      for (const { found } of answers(tag, now)) expect(goesThrough(found)).toBe(false);
    }
  });
});
