import type { Dice } from './dice.ts';

/** The same words, set otherwise. */
export interface Setting {
  readonly name: string;
  letters(letters: string, dice: Dice): string;
  space(dice: Dice): string;
  readonly lineEnd: string;
}

export const asWritten: Setting = { name: 'as written', letters: (letters) => letters, space: () => ' ', lineEnd: '\n' };

const middle = (letters: string): number => (/^\p{Ll}{6,}/u.test(letters) ? 3 : 0);

export const settings: readonly Setting[] = [
  { ...asWritten, name: 'straight marks', letters: (letters) => letters.replaceAll(/[“”]/gu, '"').replaceAll('’', "'") },
  { ...asWritten, name: 'CRLF', lineEnd: '\r\n' },
  { ...asWritten, name: 'letters and accents apart', letters: (letters) => letters.normalize('NFD') },
  { ...asWritten, name: 'spaces', space: (dice) => dice.one([' ', '  ', '\u00a0', '\t']) },
  { ...asWritten, name: 'lines of a page', space: (dice) => (dice.part() < 0.15 ? '\n' : ' ') },
  {
    ...asWritten,
    name: 'divided words',
    letters: (letters, dice) => {
      const at = middle(letters);
      return at > 0 && dice.part() < 0.2 ? `${letters.slice(0, at)}-\n${letters.slice(at)}` : letters;
    },
  },
  {
    ...asWritten,
    name: 'soft hyphens',
    letters: (letters, dice) => {
      const at = middle(letters);
      return at > 0 && dice.part() < 0.3 ? `${letters.slice(0, at)}\u00ad${letters.slice(at)}` : letters;
    },
  },
  { ...asWritten, name: 'marks of direction', letters: (letters, dice) => (dice.part() < 0.1 ? `\u200e${letters}` : letters) },
  { ...asWritten, name: 'ligatures', letters: (letters) => letters.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ') },
];
