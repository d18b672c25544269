import type { Stretch } from '../text/stretch.ts';
import type { Grammar } from './grammar.ts';

/** A whole word with a capital. */
export const capital = /^\p{Lu}[\p{L}\p{M}\p{N}.'’-]*$/u;
// Within names, in whatever language: "Ana de la Vega".
const particle = /^(?:de|du|des|del|d['’]\S+|von|vom|van|der|el|la|le|los|las|al|bin|of|for|für)$/u;

interface Token extends Stretch {
  readonly token: string;
}

// "Opposition leader Greta Halloran": words of an office, at most five, then a name.
function nameEnd(part: string, tokens: readonly Token[], grammar: Grammar): number | null {
  const second = tokens[1]?.token ?? '';
  const begin = tokens.findIndex(({ token }, index) => capital.test(token) && (index > 0 || capital.test(second)));
  const alone = tokens[0] && capital.test(tokens[0].token) && !grammar.determiner.test(tokens[0].token) ? 0 : -1;
  const goesOn = ({ token }: Token) => !grammar.opensObject.test(token) && !grammar.finite.test(token);
  const office = begin > 0 && begin <= 5 && tokens.slice(1, begin).every(goesOn);
  const at = office || begin === 0 ? begin : alone;
  return at < 0 || (part.slice(0, tokens[at]?.start).match(/,/gu) ?? []).length > 1
    ? null
    : runEnd(tokens, overOffice(tokens, at, grammar), grammar);
}

// "North Korean leader Kim Jong Un": behind where somebody is from stand the office and the name.
function overOffice(tokens: readonly Token[], at: number, { apposition }: Grammar): number {
  const office = tokens.findIndex(({ token }, index) => index > at && !capital.test(token));
  const name = tokens[office + 1];
  const follows = at === 0 && office > 1 && apposition.test(tokens[office]?.token ?? '') && name !== undefined && capital.test(name.token);
  return follows ? office + 1 : at;
}

// The name goes on over particles: "Ana de la Vega".
function runEnd(tokens: readonly Token[], at: number, { determiner }: Grammar): number | null {
  let last = at;
  for (let next = at + 1; next < tokens.length && next - last <= 3; next += 1) {
    const token = tokens[next]?.token ?? '';
    if (tokens[next - 1] && (tokens[next]?.start ?? 0) - (tokens[next - 1]?.end ?? 0) > 1) break;
    if (capital.test(token)) last = next;
    else if (!particle.test(token) && !determiner.test(token)) break;
  }
  return tokens[last]?.end ?? null;
}

// "Her husband disagrees", "Son voisin hausse les épaules": an article, a noun and what belongs to it.
function articleEnd(tokens: readonly Token[], { determiner, joins, finite, opensObject }: Grammar): number | null {
  const opens = tokens[0] && determiner.test(tokens[0].token);
  if (!opens || tokens.length < 3) return null;
  const elided = /^l['’]\p{L}/iu.test(tokens[0]?.token ?? '');
  let last = elided ? 0 : 1;
  while (joins.test(tokens[last + 1]?.token ?? '') && tokens[last + 2]) last += determiner.test(tokens[last + 2]?.token ?? '') ? 3 : 2;
  if ((tokens[last + 1]?.start ?? 0) - (tokens[last]?.end ?? 0) > 1) return tokens[last]?.end ?? null;
  const [verb = '', object = ''] = [tokens[last + 1]?.token, tokens[last + 2]?.token];
  return finite.test(verb) || opensObject.test(object) ? (tokens[last]?.end ?? null) : null;
}

// Every noun has a capital: an article, adjectives, nouns, and those in the genitive.
function nounEnd(tokens: readonly Token[], { determiner, joins }: Grammar): number | null {
  let at = tokens.findIndex(({ token }, index) => capital.test(token) && !(index === 0 && determiner.test(token)));
  if (at < 0 || at > 3) return null;
  for (let next = at + 1; next < tokens.length; next += 1) {
    if ((tokens[next]?.start ?? 0) - (tokens[next - 1]?.end ?? 0) > 1) break;
    if (capital.test(tokens[next]?.token ?? '')) at = next;
    else if (next - at > 2 || (next === at + 1 && (!joins.test(tokens[next]?.token ?? '') || isPerson(tokens, at, determiner)))) break;
  }
  return tokens[at]?.end ?? null;
}

const tokensOf = (part: string): Token[] =>
  [...part.matchAll(/[^\s,،]+/gu)].map(({ 0: token, index }) => ({ token, start: index, end: index + token.length }));

// Behind "Jana Wittkopp" a genitive is who heard it.
const isPerson = (tokens: readonly Token[], at: number, determiner: RegExp): boolean =>
  at > 1 && [at, at - 1, at - 2].every((index) => capital.test(tokens[index]?.token ?? '') && !determiner.test(tokens[index]?.token ?? ''));

/**
 * Where the subject that `part` begins with ends, in its units; `null` where none shows. Where every noun has a capital that is
 * behind its last noun, else behind a name, or behind an article, its noun and what belongs to it.
 */
export function nounPhraseEnd(part: string, grammar: Grammar): number | null {
  const tokens = tokensOf(part);
  return grammar.capitalNouns ? nounEnd(tokens, grammar) : (nameEnd(part, tokens, grammar) ?? articleEnd(tokens, grammar));
}
