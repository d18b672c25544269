import type { Stretch } from '../text/stretch.ts';
import { Dice } from './dice.ts';
import { edits, lettersOf } from './edits.ts';
import { isNumber, type Paragraph, polarWords, randomParagraphs, type Sentence, sentenceOf, type Word, wordsOf } from './random-article.ts';
import { asWritten, type Setting, settings } from './typesetting.ts';

/** An article before and after edits, a stretch of it, and what somebody who saw the edits knows about its place. */
export interface EditedArticle {
  readonly oldText: string;
  readonly newText: string;
  readonly stretch: Stretch;
  /** Where the very same words stand now; `null` where they were changed, removed or torn apart. */
  readonly truth: Stretch | null;
  /** The sentence says something else now: nobody may take the tag along without asking. */
  readonly otherMeaning: boolean;
  readonly edits: readonly string[];
}

/** A sentence with its words as they first were, and some of them; `trimmed`: without the signs around them. */
interface Tagged {
  readonly sentence: Sentence;
  readonly first: readonly Word[];
  readonly words: readonly Word[];
  readonly trimmed: boolean;
}

/** The article, edits and stretch of this number. */
export function editedArticle(number: number): EditedArticle {
  const dice = new Dice(number);
  const article = randomParagraphs(dice);
  const sentence = dice.one(dice.one(article));
  const tagged = { sentence, first: sentence.words.slice(), words: chosenWords(sentence, dice), trimmed: dice.part() < 0.6 };
  const old = article.map((sentences) => sentences.map(({ words }) => ({ words: words.slice() })));
  const now = article.map((sentences) => [...sentences]);
  const names = applied(now, sentence, dice);
  const setting = dice.part() < 0.35 ? dice.one(settings) : asWritten;
  const [before, after] = [written(old), written(now, setting, dice)];
  const [held, words] = heldWords(
    old.flatMap((sentences) => sentences.flatMap((each) => each.words)),
    now.flat(),
    article.flat(),
    tagged,
  );
  return {
    oldText: before.text,
    newText: after.text,
    stretch: stretchOf(tagged.words, before, tagged.trimmed),
    truth: held && stretchOf(held, after, tagged.trimmed),
    otherMeaning: held !== null && meaningOf(tagged.first, tagged.words) !== meaningOf(words, held),
    edits: [...names, setting.name],
  };
}

function chosenWords({ words }: Sentence, dice: Dice): readonly Word[] {
  const first = dice.from(0, words.length - 1);
  const chance = dice.part();
  return chance < 0.2 ? words.slice() : words.slice(first, first + (chance < 0.45 ? 1 : dice.from(2, 8)));
}

function applied(now: Paragraph[], sentence: Sentence, dice: Dice): string[] {
  const names: string[] = [];
  for (let left = dice.from(1, 7); left > 0; left -= 1) {
    if (now.length === 0) now.push([sentenceOf(wordsOf('Nothing remains.'))]);
    const edit = dice.one(edits);
    // Half of all edits are made where the tag is: elsewhere few would matter.
    const own = now.findIndex((sentences) => sentences.includes(sentence));
    const paragraph = dice.part() < 0.5 && own >= 0 ? own : dice.from(0, now.length - 1);
    const sentences = now[paragraph] ?? [];
    const target = sentences.includes(sentence) && dice.part() < 0.7 ? sentences.indexOf(sentence) : dice.from(0, sentences.length - 1);
    edit.make(now, paragraph, target, dice);
    names.push(edit.name);
  }
  return names;
}

/** What denies and doubts around the words; for a statement also the numbers: a name stays a name beside another number. */
function meaningOf(sentence: readonly Word[], words: readonly Word[]): string {
  const at = words[0] ? sentence.indexOf(words[0]) : 0;
  const isTold = ({ letters }: Word) => polarWords.has(plainOf(letters)) || (words.length >= 4 && isNumber(letters));
  const told = (part: readonly Word[]) =>
    part
      .filter(isTold)
      .map(({ letters }) => plainOf(letters))
      .sort()
      .join(' ');
  return `${told(sentence.slice(0, at))} | ${told(sentence.slice(at + words.length))}`;
}

const plainOf = (letters: string): string => letters.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * The words where they stand side by side now, and the words of their sentence. Of sentences that read alike nobody could say which was
 * copied, which moved: the one counts whose surroundings are most like the old ones of the tagged sentence.
 */
function heldWords(
  old: readonly Word[],
  now: readonly Sentence[],
  before: readonly Sentence[],
  tagged: Tagged,
): [readonly Word[] | null, readonly Word[]] {
  const { sentence, first, words, trimmed } = tagged;
  const own = now.includes(sentence) && !isReplaced(old, now, before, tagged);
  const left = own ? sentence.words : first;
  const at = indexOf(left, words, trimmed);
  const letters = lettersOf([{ words: [...left] }]);
  // What was there before and still is stands for itself.
  const alike = now.filter((each) => lettersOf([each]) === letters && (own || !before.includes(each)));
  const all = now.flatMap((each) => each.words);
  const likeness = (each: Sentence) => {
    const { left: behind, right } = surroundings(old, first, all, each.words);
    return behind + right;
  };
  const [start] = alike;
  if (at < 0 || !start) return [null, []];
  const holder = alike.reduce((best, each) => (likeness(each) > likeness(best) ? each : best), own ? sentence : start);
  return [holder.words.slice(at, at + words.length), holder.words];
}

/** The tagged sentence was edited and stands elsewhere, while a copy of what it was stands where it stood: then that one is it. */
function isReplaced(old: readonly Word[], now: readonly Sentence[], before: readonly Sentence[], { sentence, first }: Tagged): boolean {
  const letters = lettersOf([{ words: [...first] }]);
  if (lettersOf([sentence]) === letters) return false;
  const all = now.flatMap((each) => each.words);
  const mine = surroundings(old, first, all, sentence.words);
  return now.some((each) => {
    const other = surroundings(old, first, all, each.words);
    return !before.includes(each) && lettersOf([each]) === letters && other.left > mine.left + edge && other.right > mine.right + edge;
  });
}

// Where both begin or end nothing more can agree.
const edge = 4;

/** How many words agree before and behind two sentences. */
function surroundings(
  old: readonly Word[],
  sentence: readonly Word[],
  now: readonly Word[],
  other: readonly Word[],
): { readonly left: number; readonly right: number } {
  const [from, start] = [indexOf(old, sentence, false), indexOf(now, other, false)];
  let left = 0;
  while (left < from && old[from - left - 1]?.letters === now[start - left - 1]?.letters) left += 1;
  if (left === from && left === start) left += edge;
  const [to, end] = [from + sentence.length, start + other.length];
  let right = 0;
  while (to + right < old.length && old[to + right]?.letters === now[end + right]?.letters) right += 1;
  if (to + right === old.length && end + right === now.length) right += edge;
  return { left, right };
}

/** Where the words stand side by side; -1 where they do not. `trimmed`: other signs around a word do not count. */
function indexOf(within: readonly Word[], words: readonly Word[], trimmed: boolean): number {
  const isSame = (word: Word | undefined, before: Word | undefined) => word === before || (trimmed && word?.was === before);
  const first = within.findIndex((word) => isSame(word, words[0]));
  return first >= 0 && words.every((word, at) => isSame(within[first + at], word)) ? first : -1;
}

interface Written {
  readonly text: string;
  readonly places: ReadonlyMap<Word, Stretch>;
}

function written(paragraphs: readonly Paragraph[], setting: Setting = asWritten, dice: Dice = new Dice(0)): Written {
  const places = new Map<Word, Stretch>();
  let text = '';
  for (const sentences of paragraphs) {
    if (text !== '') text += setting.lineEnd + setting.lineEnd;
    for (const [at, word] of sentences.flatMap(({ words }) => words).entries()) {
      if (at > 0) text += setting.space(dice);
      const letters = setting.letters(word.letters, dice);
      places.set(word, { start: text.length, end: text.length + letters.length });
      text += letters;
    }
  }
  return { text, places };
}

function placeOf({ places }: Written, words: readonly Word[]): Stretch {
  const [first, last] = [words[0], words.at(-1)];
  const start = first && places.get(first)?.start;
  const end = last && places.get(last)?.end;
  if (start === undefined || end === undefined) throw new RangeError('The words are not in the text.');
  return { start, end };
}

function stretchOf(words: readonly Word[], written: Written, trimmed: boolean): Stretch {
  const { text } = written;
  const { start, end } = placeOf(written, words);
  if (!trimmed) return { start: text.charAt(start) === '\u200e' ? start + 1 : start, end };
  const lead = /^[“"\u200e]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  const trail = /[.,:”"]*$/u.exec(text.slice(start + lead, end))?.[0].length ?? 0;
  return { start: start + lead, end: end - trail };
}
