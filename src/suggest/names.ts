import type { Stretch } from '../text/stretch.ts';

/** A name as it stands in a text (UTF-16 units). */
export interface Name extends Stretch {
  readonly words: string;
}

const part = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?";
const particle = '(?:al|bin|ibn|de|del|della|da|di|do|dos|van|von|der|den|la|le|of|y|e|zu)';
const run = new RegExp(`(?<![\\p{L}\\p{M}])${part}(?:[ \\u00a0](?:${particle}[ \\u00a0]){0,2}${part})+`, 'gu');
const single = new RegExp(`(?<![\\p{L}\\p{M}])${part}(?![\\p{L}\\p{M}])`, 'gu');
const titles =
  /^(?:The|A|An|In|On|At|By|And|But|Mr|Mrs|Ms|Dr|Prof|Sir|President|Prime|Minister|Chancellor|Mayor|Judge|Senator|Governor|General|King|Queen|Prince|Princess|Pope|Herr|Frau|Bürgermeister\p{L}*|Präsident\p{L}*|Minister\p{L}*|Der|Die|Das|Le|La|Les|El|Los|Las|M|Mme|Monsieur|Madame|Señora?|Don|Doña)\.?[ \u00a0]+/u;

/** Names of two words or more in a text, in order. Titles and articles before them are left out. */
export function namesIn(text: string): Name[] {
  return [...text.matchAll(run)].flatMap(({ 0: found, index }) => {
    const words = withoutTitles(found).replace(/(?<=\p{L}{3})\.$|['’]s$/u, '');
    const start = index + found.indexOf(words);
    return /[ \u00a0]/u.test(words) ? [{ start, end: start + words.length, words }] : [];
  });
}

/** The name in the words of a source: "Kim Jong Un" of "North Korean leader Kim Jong Un"; `null` where there is none. Offsets count from the beginning of the words. */
export function nameOf(mention: string): Name | null {
  const whole = /^[^,،，(]+/u.exec(mention)?.[0] ?? mention;
  const names = namesIn(whole);
  const last = names.at(-1);
  if (last && whole.slice(last.end).trim() === '') return last;
  const alone = [...whole.matchAll(single)].at(-1);
  if (
    alone &&
    whole.slice(alone.index + alone[0].length).trim() === '' &&
    (alone.index > 0 || whole === alone[0]) &&
    withoutTitles(`${alone[0]} `) !== ''
  ) {
    return { start: alone.index, end: alone.index + alone[0].length, words: alone[0] };
  }
  const apposition = mention.slice(whole.length + 1).trimStart();
  return apposition === '' || apposition === mention ? null : (last ?? nameOf(apposition));
}

function withoutTitles(words: string): string {
  let rest = words;
  for (let found = titles.exec(rest); found; found = titles.exec(rest)) rest = rest.slice(found[0].length);
  return rest;
}
