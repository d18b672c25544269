import type { Stretch } from '../text/stretch.ts';
import type { Rule } from './attribution.ts';
import type { Grammar } from './grammar.ts';
import { openingMention } from './opening.ts';
import type { Paragraph, Sentence } from './reading.ts';

// A line such as "The mayor: «…»" is short; before a longer one the colon announces something else.
const longest = 80;

/** Who is announced by a colon alone, without a verb of saying; `null` where no name stands before it. UTF-16 units. */
export function leadIn(
  paragraph: Paragraph,
  sentence: Sentence,
  quote: Stretch,
  grammar: Grammar | null,
  names: ReadonlySet<string>,
): { source: Stretch; rule: Rule; score: number } | null {
  const clause = clauseStart(paragraph, sentence, quote);
  const lead = paragraph.words.slice(clause - paragraph.start, quote.start - paragraph.start);
  const found = (clause === sentence.opening ? /^([\p{Lu}\p{Lo}][^:：\ue000]*)[:：]\s*$/u : /^(\p{L}[^:：\ue000]*)[:：]\s*$/u).exec(lead);
  const words = (found?.[1] ?? '').replace(/[,،，]\s*(?:who|which|der|die|das|qui|que|котор\p{L}+|الذي|التي)\s.*$/u, '').trimEnd();
  if (words === '' || words.length > longest || grammar?.speechless.test(words)) return null;
  const source = announced(paragraph, clause, words, grammar, names);
  return source && { source, rule: 'colon', score: 0.6 };
}

// "Court halts sale; minister: “…”"
function clauseStart(paragraph: Paragraph, { opening }: Sentence, quote: Stretch): number {
  const before = paragraph.words.slice(opening - paragraph.start, quote.start - paragraph.start);
  return opening + (/^.*[;；]\s*/u.exec(before)?.[0].length ?? 0);
}

// "Pinto smiles: «…»", "Son voisin hausse les épaules : « … »": who, without what they do; `null` for "Cierra el último cine:".
function announced(
  paragraph: Paragraph,
  clause: number,
  words: string,
  grammar: Grammar | null,
  names: ReadonlySet<string>,
): Stretch | null {
  const begins = clause - paragraph.start;
  const mention = grammar && openingMention(paragraph.words, begins, begins + words.length, grammar);
  const said = mention && paragraph.words.slice(mention.start, mention.end);
  if (mention && said && (/[\s'’]/u.test(said) || grammar?.capitalNouns || names.has(said)))
    return { start: mention.start + paragraph.start, end: mention.end + paragraph.start };
  const name = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*(?=\s\p{Ll})/u.exec(words)?.[0] ?? '';
  const rest = words.slice(name.length).trim();
  if (name === '' || grammar?.apposition.test(name)) return { start: clause, end: clause + words.length };
  if (!name.includes(' ') && !names.has(name)) return isNoun(rest) ? { start: clause, end: clause + words.length } : null;
  return { start: clause, end: clause + name.length };
}

// "Union boss", "Residents of the valley" against "Cierra el último cine".
const isNoun = (rest: string): boolean => !rest.includes(' ') || /^(?:of|de|du|des|del|von|der|in|from)\s/u.test(rest);
