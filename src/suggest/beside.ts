import type { Stretch } from '../text/stretch.ts';
import type { Grammar } from './grammar.ts';
import type { Paragraph, Sentence } from './reading.ts';
import { subjectBehind } from './subject.ts';

/** A verb nobody listed, directly behind a quotation, and its subject. UTF-16 units of the article. */
interface Beside {
  readonly source: Stretch;
  readonly cue: Stretch;
}

const name = "\\p{Lu}[\\p{L}'’.-]*(?:\\s\\p{Lu}[\\p{L}'’.-]*){0,3}";
const gap = '^[,،]?\\s*(?:[—–]\\s*)?';
const verb = "(?:[\\p{Ll}]['’])?\\p{Ll}{3,}";

/** "“…,” she snapped.", "« … », tonne Yvon Le Guen": the place and the shape show the verb; `null` where nothing of the kind follows. */
export function besideQuote(paragraph: Paragraph, sentence: Sentence, quote: Stretch, grammar: Grammar): Beside | null {
  const rest = paragraph.words.slice(quote.end - paragraph.start, sentence.end - paragraph.start);
  const first = new RegExp(`${gap}(${name}|\\p{L}+)\\s(${verb})(?=[.,;:]|\\s*$)`, 'u').exec(rest);
  const [all = '', subject = '', cue = ''] = first ?? [];
  if (first && (/^\p{Lu}/u.test(subject) || grammar.pronouns.exec(subject)?.[0] === subject)) {
    const end = quote.end + all.length;
    const start = end - cue.length - 1 - subject.length;
    return { source: { start, end: start + subject.length }, cue: { start: end - cue.length, end } };
  }
  return signed(paragraph, quote, rest) ?? inverted(paragraph, sentence, quote, rest, grammar);
}

// "“I ran because the bus was late”: Sorrel on her medal": a headline names who speaks behind a colon.
function signed(paragraph: Paragraph, quote: Stretch, rest: string): Beside | null {
  const found = paragraph.kind === 'headline' ? new RegExp(`^\\s*[:：–—-]\\s(${name})`, 'u').exec(rest) : null;
  const words = found?.[1]?.replace(/['’]s$/u, '') ?? '';
  if (!found || words === '') return null;
  const start = quote.end + found[0].length - (found[1]?.length ?? 0);
  const colon = quote.end + found[0].search(/[:：–—-]/u);
  return { source: { start, end: start + words.length }, cue: { start: colon, end: colon + 1 } };
}

function inverted(paragraph: Paragraph, sentence: Sentence, quote: Stretch, rest: string, grammar: Grammar): Beside | null {
  const found = new RegExp(`${gap}(${verb})(?=\\s)`, 'u').exec(rest);
  const [all = '', word = ''] = found ?? [];
  if (!found || word.search(grammar.conjunctions) === 0 || /^(?:and|but|und|aber|et|mais|pero)$/u.test(word)) return null;
  const end = quote.end + all.length;
  const base = paragraph.start;
  const source = subjectBehind(paragraph.words, end - base, sentence.end - base, grammar);
  // Without a name, or a dash before it, it would be any object: "“…” gave the town hope".
  const named = /[—–]/u.test(all) ? /^\p{Lu}/u : /^(?:\p{Ll}[\p{L}'’]*\s){0,3}\p{Lu}\p{L}+\s\p{Lu}/u;
  if (!source || !named.test(paragraph.words.slice(source.start, source.end))) return null;
  return { source: { start: source.start + base, end: source.end + base }, cue: { start: end - word.length, end } };
}
