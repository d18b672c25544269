import type { Dice } from './dice.ts';

/** A word with the signs around it. Two words are the same only if they are one object: a copy is another word. */
export interface Word {
  readonly letters: string;
  /** What it is a copy of. */
  readonly source?: Word;
  /** The word as it was before the signs around it changed. */
  readonly was?: Word;
}

/** `beside`: put beside what it is a copy of, so that where one of them is removed nobody could say which. */
export interface Sentence {
  readonly words: Word[];
  readonly beside?: true;
  /** What it was made to look like. */
  readonly like?: Sentence;
}
export type Paragraph = Sentence[];

const split = (words: string): readonly string[] => words.split(' ');
const names = split('Kim Ruiz Okafor Lindqvist Haddad Müller Tanaka Petrova O’Brien Nguyen');
const offices = ['the mayor', 'the ministry', 'a spokeswoman', 'the police', 'the agency', 'an analyst'];
const verbs = split('said told added announced repeated wrote');
const things = split(
  'bridge harbour school budget report river street soldiers families prices election vaccine reactor border ceasefire tunnel station council hospital grain 🙂 Straße naïve мост',
);
const acts = split('opened closed crossed reached left supported followed visited rebuilt paid counted signed');
const small = split('the a of in to and with from by over under near after before while this that its their');

/** Words that say nothing about whether a sentence holds, and no number. */
export const neutralWords: readonly string[] = [...things, ...acts, ...small];
export const isNumber = (letters: string): boolean => /\d/u.test(letters);
/** Words whose coming or going denies or doubts a sentence. */
export const polarWords: ReadonlySet<string> = new Set(split('not never no denied allegedly false if may'));

export const wordsOf = (words: string): Word[] => split(words).map((letters) => ({ letters }));
export const sentenceOf = (words: Word[]): Sentence => ({ words });
export const copyOf = ({ words }: Sentence): Sentence => ({
  words: words.map((word) => ({ letters: word.letters, source: word.source ?? word })),
});
/** The same letters, but nobody's copy. */
export const lookAlikeOf = (like: Sentence): Sentence => ({ words: like.words.map(({ letters }) => ({ letters })), like });
const capital = (letters: string): string => letters.charAt(0).toUpperCase() + letters.slice(1);

function randomNumber(dice: Dice): string {
  return dice.one([String(dice.from(2, 99)), `${dice.from(1, 9)},${String(dice.from(0, 999)).padStart(3, '0')}`, `${dice.from(1, 40)}.5`]);
}

function phrase(dice: Dice, length: number): string[] {
  const words = Array.from({ length }, (_, index) => (index % 2 === 0 ? dice.one(small) : dice.one([...things, ...acts])));
  if (dice.part() < 0.4) words[dice.from(0, length - 1)] = randomNumber(dice);
  if (dice.part() < 0.2) words[dice.from(0, length - 1)] = dice.one([...polarWords]);
  return words;
}

/** A sentence of the kinds news has: a statement, a quotation before or behind its speaker, what somebody is said to have said. */
export function randomSentence(dice: Dice): Sentence {
  const words = phrase(dice, dice.from(3, 12));
  const said = phrase(dice, dice.from(2, 9));
  const who = dice.part() < 0.6 ? dice.one(names) : dice.one(offices);
  const verb = dice.one(verbs);
  const forms = [
    () => `${capital(words.join(' '))}.`,
    () => `${capital(who)} ${verb} that ${words.join(' ')}.`,
    () => `“${capital(said.join(' '))},” ${who} ${verb}.`,
    () => `“${capital(said.join(' '))},” ${who} ${verb} in the ${dice.one(things)}.`,
    () => `${capital(who)} ${verb}: “${capital(said.join(' '))}.”`,
    () => `“No comment,” ${who} ${verb}.`,
    () => `${capital(words.join(' '))}, ${who} ${verb}, ${said.join(' ')}.`,
  ];
  return sentenceOf(wordsOf(dice.one(forms)()));
}

/** Paragraphs in which sentences come back, word by word or nearly so. */
export function randomParagraphs(dice: Dice): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let left = dice.from(3, 10); left > 0; left -= 1) {
    const sentences = Array.from(
      { length: dice.from(1, 4) },
      () => (dice.part() < 0.25 ? again(paragraphs, dice) : null) ?? randomSentence(dice),
    );
    paragraphs.push(sentences);
  }
  if (dice.part() < 0.15) paragraphs.push(...dice.one(paragraphs).map((sentence) => [lookAlikeOf(sentence)]));
  if (dice.part() < 0.15) paragraphs.splice(dice.from(0, paragraphs.length), 0, dice.one(paragraphs).map(lookAlikeOf));
  return paragraphs;
}

function again(paragraphs: readonly Paragraph[], dice: Dice): Sentence | null {
  const all = paragraphs.flat();
  if (all.length === 0) return null;
  const sentence = lookAlikeOf(dice.one(all));
  if (dice.part() < 0.4)
    sentence.words.splice(dice.from(0, sentence.words.length - 1), 1, {
      letters: dice.part() < 0.5 ? randomNumber(dice) : dice.one(neutralWords),
    });
  return sentence;
}
