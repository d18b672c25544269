import type { Stretch } from '../text/stretch.ts';

/** A name as it stands in a text (UTF-16 units). */
export interface Name extends Stretch {
  readonly words: string;
}

const part = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?";
const particle = '(?:al|bin|ibn|de|del|della|da|di|do|dos|van|von|der|den|la|le|of|y|e|zu)';
const run = new RegExp(`(?<![\\p{L}\\p{M}])${part}(?:[ \\u00a0](?:${particle}[ \\u00a0]){0,2}${part})+`, 'gu');
const single = new RegExp(`(?<![\\p{L}\\p{M}])${part}(?![\\p{L}\\p{M}])`, 'gu');
const articles =
  /^(?:The|A|An|In|On|At|By|And|But|Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Herr|Frau|Der|Die|Das|Ein|Eine|Le|La|Les|El|Los|Las|M|Mme|Monsieur|Madame|Señora?|Don|Doña)\.?[ \u00a0]+/u;
// Offices written with a capital: what stands before and including the last of them is no name.
const office =
  /^.*(?<!\p{L})(?:Secretary|Minister|President|Chancellor|Mayor|Judge|Senator|Governor|General|Commissioner|Director|Chief|Professor|Officer|Captain|Colonel|Sergeant|Inspector|Sheriff|Representative|Ambassador|Justice|Attorney|Chairman|Chairwoman|Bishop|Archbishop|Cardinal|Rabbi|Imam|Councill?or|Speaker|Président|Présidente|Presidente|Presidenta|Alcalde|Alcaldesa|Ministro|Ministra|Ministre)[ \u00a0]+/u;
// German writes every office with a capital; by its ending, before two names.
const germanOffice =
  /^\p{Lu}\p{Ll}{3,}(?:in|er|or|ent|ist|at|ar|rat|rätin|arzt|anwalt|chef|wirt|loge|graf|eur|mann|frau|ter|ner)[ \u00a0]+(?=\p{Lu}\S*[ \u00a0]\p{Lu})/u;

// "Photos released by KCNA", "a spokesman for Kim": whoever that is has another name.
const behindPreposition = /(?:^|\s)(?:of|for|by|from|in|at|with|to|von|vom|aus|bei|für|de|du|des|à|en|del|из|от|с|в)[ \u00a0]+$/iu;

// Nothing, or where somebody is from; in "North Korean leader" the name is no person's.
const belongs = /^\s*$|^\s(?:from|of|at|in|with|von|vom|aus|bei|de|du|des|à|en|del|из|с|в)\s/u;

/** Names of two words or more in a text of this language, in order, without titles and offices before them. */
export function namesIn(text: string, language: string): Name[] {
  return [...text.matchAll(run)].flatMap(({ 0: found, index }) => {
    const words = withoutTitles(found, language).replace(/(?<=\p{L}{3})\.$|['’]s$/u, '');
    const start = index + found.lastIndexOf(words);
    return /[ \u00a0]/u.test(words) ? [{ start, end: start + words.length, words }] : [];
  });
}

/** The name in the words of a source: "Kim Jong Un" of "North Korean leader Kim Jong Un"; `null` where there is none. Offsets count from the beginning of the words. */
export function nameOf(mention: string, language: string): Name | null {
  const whole = /^[^,،，(]+/u.exec(mention)?.[0] ?? mention;
  const last = namesIn(whole, language).at(-1);
  if (last && belongs.test(whole.slice(last.end))) return behindPreposition.test(whole.slice(0, last.start)) ? null : last;
  const alone = [...whole.matchAll(single)].at(-1);
  const ends = alone !== undefined && whole.slice(alone.index + alone[0].length).trim() === '';
  // Before a lone capital in German stands mostly an article: then it is a noun.
  const noun = language.startsWith('de') && whole !== alone?.[0];
  if (ends && behindPreposition.test(whole.slice(0, alone.index))) return null;
  if (ends && !noun && (alone.index > 0 || whole === alone[0]) && withoutTitles(`${alone[0]} `, language) !== '') {
    return { start: alone.index, end: alone.index + alone[0].length, words: alone[0] };
  }
  return nameInApposition(mention, whole, language);
}

// "The contractor, Lowmark Structures".
function nameInApposition(mention: string, whole: string, language: string): Name | null {
  const rest = mention.slice(whole.length);
  const apposition = rest.replace(/^[,،，(]\s*/u, '');
  const found = apposition === '' ? null : nameOf(apposition, language);
  const from = mention.length - apposition.length;
  return found && { start: from + found.start, end: from + found.end, words: found.words };
}

function withoutTitles(words: string, language: string): string {
  let rest = words;
  for (let found = articles.exec(rest); found; found = articles.exec(rest)) rest = rest.slice(found[0].length);
  const title = (language.startsWith('de') ? germanOffice : office).exec(rest)?.[0] ?? '';
  const name = rest.slice(title.length);
  return /[ \u00a0]/u.test(name) || articles.test(`${rest} `) ? name : rest;
}
