import type { Segment } from '../../anchoring/segment.ts';
import type { Attributes } from '../records.ts';

const opening = /^["“„«‹「『‘'”»]/u;
const pronoun = /^(he|she|it|they|him|her|them|we|i|er|sie|es|il|elle|он|она|они|оно|هو|هي|هم|他|她|他们|她们)$/iu;

/**
 * Values that the words themselves propose, to be confirmed by a person: a quotation's mode, a number, a pronoun, a name.
 * Rules of the codebook: a quotation of a sentence or more is direct, of some words partial; digits make a quantity.
 */
export function suggestedAttributes(type: string, segments: readonly Segment[], text: string): Attributes {
  const words = segments.map(({ exact }) => exact).join(' ');
  if (type === 'quote') return opening.test(words) ? { mode: isSentence(segments, text) ? 'direct' : 'partial' } : {};
  if (type === 'claim') return /\p{Nd}/u.test(words) ? { kind: 'quantity' } : {};
  if (type === 'source') return naming(words);
  return {};
}

// A quotation that ends with its own punctuation, or is followed by the attribution after a comma inside the marks, is a sentence.
function isSentence(segments: readonly Segment[], text: string): boolean {
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) return false;
  const inner = text.slice(first.start + 1, last.end - 1).trim();
  return /^\p{Lu}|^\p{Lo}/u.test(inner) && /[.!?,…。！？؟]$/u.test(inner);
}

function naming(words: string): Attributes {
  if (pronoun.test(words)) return { naming: 'pronoun' };
  return /\p{Lu}\p{Ll}+ \p{Lu}|^\p{Lu}{2,}$/u.test(words) ? { naming: 'named' } : {};
}
