import type { Stretch } from '../text/stretch.ts';
import type { Rule } from './attribution.ts';
import type { Grammar } from './grammar.ts';
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
  const lead = paragraph.words.slice(sentence.opening - paragraph.start, quote.start - paragraph.start);
  const found = /^([\p{Lu}\p{Lo}][^:：\ue000]*)[:：]\s*$/u.exec(lead);
  const words = (found?.[1] ?? '').replace(/[,،，]\s*(?:who|which|der|die|das|qui|que|котор\p{L}+|الذي|التي)\s.*$/u, '').trimEnd();
  if (words === '' || words.length > longest || grammar?.speechless.test(words)) return null;
  // "Pinto smiles: «…»": a name and what she does.
  const name = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*(?=\s\p{Ll})/u.exec(words)?.[0] ?? '';
  const length = name === '' || grammar?.apposition.test(name) ? words.length : name.length;
  return { source: { start: sentence.opening, end: sentence.opening + length }, rule: 'colon', score: 0.6 };
}
