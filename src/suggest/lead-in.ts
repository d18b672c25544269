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
): { source: Stretch; rule: Rule; score: number } | null {
  const clause = clauseStart(paragraph, sentence, quote);
  const lead = paragraph.words.slice(clause - paragraph.start, quote.start - paragraph.start);
  const found = (clause === sentence.opening ? /^([\p{Lu}\p{Lo}][^:：\ue000]*)[:：]\s*$/u : /^(\p{L}[^:：\ue000]*)[:：]\s*$/u).exec(lead);
  const words = (found?.[1] ?? '').replace(/[,،，]\s*(?:who|which|der|die|das|qui|que|котор\p{L}+|الذي|التي)\s.*$/u, '').trimEnd();
  if (words === '' || words.length > longest || grammar?.speechless.test(words)) return null;
  return { source: { start: clause, end: clause + announced(paragraph, clause, words, grammar) }, rule: 'colon', score: 0.6 };
}

// "Court halts sale; minister: “…”"
function clauseStart(paragraph: Paragraph, { opening }: Sentence, quote: Stretch): number {
  const before = paragraph.words.slice(opening - paragraph.start, quote.start - paragraph.start);
  return opening + (/^.*[;；]\s*/u.exec(before)?.[0].length ?? 0);
}

// "Pinto smiles: «…»", "Son voisin hausse les épaules : « … »": who, without what they do.
function announced(paragraph: Paragraph, clause: number, words: string, grammar: Grammar | null): number {
  const begins = clause - paragraph.start;
  const mention = grammar && openingMention(paragraph.words, begins, begins + words.length, grammar);
  if (mention) return mention.end - begins;
  const name = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*(?=\s\p{Ll})/u.exec(words)?.[0] ?? '';
  return name === '' || grammar?.apposition.test(name) ? words.length : name.length;
}
