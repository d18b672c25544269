import type { Dice } from './dice.ts';
import {
  copyOf,
  isNumber,
  lookAlikeOf,
  neutralWords,
  type Paragraph,
  randomParagraphs,
  randomSentence,
  type Sentence,
  type Word,
  wordsOf,
} from './random-article.ts';

/** One thing an editor does to an article, at a sentence of a paragraph. */
export interface Edit {
  readonly name: string;
  make(article: Paragraph[], paragraph: number, sentence: number, dice: Dice): void;
}

/** Puts words in the place of others; one that comes back as it was is the same word. */
const put = ({ words }: Sentence, from: number, removed: number, added: readonly Word[]): void => {
  const old = words.slice(from, from + removed);
  words.splice(from, removed, ...added.map((word) => old.find(({ letters }) => letters === word.letters) ?? word));
};

const wordIn = ({ words }: Sentence, dice: Dice): number => dice.from(0, Math.max(0, words.length - 1));

/** An edit of the words of one sentence. */
const ofWords = (name: string, make: (sentence: Sentence, dice: Dice) => void): Edit => ({
  name,
  make: (article, paragraph, sentence, dice) => {
    const target = article[paragraph]?.[sentence];
    if (target && target.words.length > 0) make(target, dice);
    sweep(article);
  },
});

/** An edit of whole sentences and paragraphs. */
const ofParts = (name: string, make: (article: Paragraph[], own: Paragraph, sentence: Sentence, dice: Dice) => void): Edit => ({
  name,
  make: (article, paragraph, sentence, dice) => {
    const own = article[paragraph];
    const target = own?.[sentence];
    if (own && target) make(article, own, target, dice);
    sweep(article);
  },
});

function sweep(article: Paragraph[]): void {
  for (let index = article.length - 1; index >= 0; index -= 1) {
    const kept = (article[index] ?? []).filter(({ words }) => words.length > 0);
    article[index]?.splice(0, Number.POSITIVE_INFINITY, ...kept);
    if (kept.length === 0) article.splice(index, 1);
  }
}

const without = <T>(list: T[], item: T): number => {
  const index = list.indexOf(item);
  list.splice(index, 1);
  return index;
};

function changeMeaning(sentence: Sentence, dice: Dice): void {
  const number = sentence.words.findIndex(({ letters }) => isNumber(letters));
  const choice = dice.from(0, 2);
  if (number >= 0 && choice === 0) put(sentence, number, 1, wordsOf(otherNumber(sentence.words[number]?.letters ?? '')));
  else if (choice === 1) put(sentence, wordIn(sentence, dice), 0, wordsOf(dice.one(['not', 'never', 'allegedly'])));
  else put(sentence, wordIn(sentence, dice), 1, wordsOf(dice.one(neutralWords)));
}

const otherNumber = (letters: string): string => letters.replace(/\d/u, (digit) => String((Number(digit) % 9) + 1));

/** What stands before and behind a sentence, whatever the paragraphs. */
const neighboursOf = (article: readonly Paragraph[], sentence: Sentence): readonly (Sentence | undefined)[] => {
  const all = article.flat();
  const index = all.indexOf(sentence);
  return [all[index - 1], all[index + 1]];
};

/** Anywhere but between the sentences it was taken from: there it would be the sentence itself, edited. */
function putElsewhere(article: Paragraph[], sentence: Sentence, [before, behind]: readonly (Sentence | undefined)[], dice: Dice): void {
  const into = dice.part() < 0.5 || article.length === 0 ? null : dice.one(article);
  if (into) into.splice(dice.from(0, into.length), 0, sentence);
  else article.splice(dice.from(0, article.length), 0, [sentence]);
  const [last, next] = neighboursOf(article, sentence);
  if (last !== before || next !== behind) return;
  for (const sentences of article) if (sentences.includes(sentence)) without(sentences, sentence);
  article.splice(before ? 0 : article.length, 0, [sentence]);
}

const frames = ['He denied that', 'It is not true that', 'Allegedly', 'Nobody believes that', 'If'];
const behind = ['which is false.', 'he denied.', 'but may be false.'];

const wordEdits: readonly Edit[] = [
  ofWords('words added', (sentence, dice) => put(sentence, dice.from(0, sentence.words.length), 0, wordsOf(dice.one(neutralWords)))),
  ofWords('words added twice', (sentence, dice) => {
    put(sentence, wordIn(sentence, dice), 0, wordsOf(`${dice.one(neutralWords)} ${dice.one(neutralWords)} ${dice.one(neutralWords)}`));
    put(sentence, wordIn(sentence, dice), 0, wordsOf(dice.one(neutralWords)));
  }),
  ofWords('words removed', (sentence, dice) => put(sentence, wordIn(sentence, dice), dice.from(1, 3), [])),
  ofWords('a word replaced', (sentence, dice) => put(sentence, wordIn(sentence, dice), 1, wordsOf(dice.one(neutralWords)))),
  ofWords('words replaced', (sentence, dice) =>
    put(sentence, wordIn(sentence, dice), dice.from(1, 4), wordsOf(`${dice.one(neutralWords)} ${dice.one(neutralWords)}`)),
  ),
  ofWords('a typing error', (sentence, dice) => {
    const index = wordIn(sentence, dice);
    const letters = sentence.words[index]?.letters ?? '';
    // Inside the word: before an opening mark it would leave a tag of the words behind it as they were.
    const place = dice.from(Math.min(2, letters.length - 1), letters.length - 1);
    const mended = `${letters.slice(0, place)}${dice.one(['e', 'n', '4'])}${letters.slice(place)}`;
    if (mended.isWellFormed()) put(sentence, index, 1, wordsOf(mended));
  }),
  ofWords('a number changed', (sentence) => {
    const index = sentence.words.findIndex(({ letters }) => isNumber(letters));
    if (index >= 0) put(sentence, index, 1, wordsOf(otherNumber(sentence.words[index]?.letters ?? '')));
  }),
  ofWords('a denial inside', (sentence, dice) =>
    put(sentence, dice.from(0, sentence.words.length), 0, wordsOf(dice.one(['not', 'never', 'no']))),
  ),
  ofWords('a frame before', (sentence, dice) =>
    put(
      sentence,
      0,
      0,
      wordsOf(dice.one(frames)).map((word) => ({ ...word })),
    ),
  ),
  ofWords('a frame behind', (sentence, dice) => {
    const last = sentence.words.length - 1;
    const was = sentence.words[last];
    if (!was) return;
    const letters = was.letters.replace(/[.](?=[”]?$)/u, ',');
    put(sentence, last, 1, [{ letters, was }, ...wordsOf(dice.one(behind))]);
  }),
  ofWords('an advertisement inside', (sentence, dice) =>
    put(sentence, wordIn(sentence, dice), 0, wordsOf('ADVERTISEMENT Subscribe now to our daily newsletter')),
  ),
];

/** The sentences as one string. */
export const lettersOf = (sentences: Paragraph): string => sentences.flatMap(({ words }) => words.map(({ letters }) => letters)).join(' ');

/** What stands beside and reads the same, or was made to look like it: with the one removed, the text reads as if it had been edited. */
function besideLike<T>(list: readonly T[], own: T, isLike: (other: T) => boolean): T {
  const index = list.indexOf(own);
  return [own, list[index - 1], list[index + 1]].find((other) => other !== undefined && isLike(other)) ?? own;
}

/** Puts something anywhere but beside what reads the same: of two alike side by side nobody could say which is which. */
function putApart<T>(list: T[], item: T, read: (item: T) => string, dice: Dice): void {
  for (let tries = 0; tries < 8; tries += 1) {
    const index = dice.from(0, list.length);
    const beside = [list[index - 1], list[index]].some((other) => other !== undefined && read(other) === read(item));
    if (beside) continue;
    list.splice(index, 0, item);
    return;
  }
}

/** Reads the same, or was made from it. */
const isCopy = (own: Paragraph, other: Paragraph): boolean =>
  other.some(({ like, beside }) => beside || (like && own.includes(like))) || (other !== own && lettersOf(other) === lettersOf(own));

const partEdits: readonly Edit[] = [
  ofParts('a paragraph moved', (article, own, _sentence, dice) => {
    const moved = besideLike(article, own, (other) => isCopy(own, other));
    without(article, moved);
    putApart(article, moved, lettersOf, dice);
  }),
  ofParts('a paragraph copied', (article, own, _sentence, dice) => putApart(article, own.map(copyOf), lettersOf, dice)),
  ofParts('a paragraph copied beside', (article, own, _sentence, dice) =>
    article.splice(
      article.indexOf(own) + dice.from(0, 1),
      0,
      own.map((sentence) => ({ ...copyOf(sentence), beside: true })),
    ),
  ),
  ofParts('a paragraph removed', (article, own) =>
    without(
      article,
      besideLike(article, own, (other) => isCopy(own, other)),
    ),
  ),
  ofParts('a paragraph added', (article, _own, _sentence, dice) =>
    article.splice(dice.from(0, article.length), 0, dice.one(randomParagraphs(dice))),
  ),
  ofParts('a sentence added', (_article, own, _sentence, dice) => own.splice(dice.from(0, own.length), 0, randomSentence(dice))),
  ofParts('a sentence moved', (article, own, sentence, dice) => {
    without(own, sentence);
    putApart(dice.one(article), sentence, (each) => lettersOf([each]), dice);
  }),
  ofParts('a sentence removed', (_article, own, sentence) =>
    without(
      own,
      besideLike(own, sentence, ({ like }) => like === sentence),
    ),
  ),
  ofParts('removed, a look-alike elsewhere', (article, own, sentence, dice) => {
    const like = lookAlikeOf(sentence);
    changeMeaning(like, dice);
    const gone = besideLike(own, sentence, (other) => other.like === sentence);
    const neighbours = neighboursOf(article, gone);
    without(own, gone);
    putElsewhere(article, like, neighbours, dice);
  }),
  ofParts('a look-alike elsewhere', (article, _own, sentence, dice) => {
    const like = lookAlikeOf(sentence);
    changeMeaning(like, dice);
    const [before, behind] = neighboursOf(article, sentence);
    putElsewhere(article, like, dice.part() < 0.5 ? [before, sentence] : [sentence, behind], dice);
  }),
  ofParts('one of several alike removed', (article, _own, sentence, dice) => {
    const isTwin = (each: Sentence) => each !== sentence && lettersOf([each]) === lettersOf([sentence]);
    const twins = article.flatMap((sentences) => sentences.filter(isTwin));
    if (twins.length === 0) return;
    const gone = dice.part() < 0.5 ? sentence : dice.one(twins);
    const neighbours = neighboursOf(article, gone);
    for (const sentences of article) if (sentences.includes(gone)) without(sentences, gone);
    if (gone === sentence && dice.part() < 0.5) putElsewhere(article, withOtherMeaning(sentence, dice), neighbours, dice);
  }),
  ofParts('a paragraph divided', (article, own, sentence) => {
    const index = own.indexOf(sentence);
    if (index > 0) article.splice(article.indexOf(own) + 1, 0, own.splice(index));
  }),
  ofParts('two paragraphs joined', (article, own) => {
    const [next] = article.splice(article.indexOf(own) + 1, 1);
    if (next) own.push(...next);
  }),
];

function withOtherMeaning(sentence: Sentence, dice: Dice): Sentence {
  const like = lookAlikeOf(sentence);
  changeMeaning(like, dice);
  return like;
}

export const edits: readonly Edit[] = [...wordEdits, ...partEdits];
