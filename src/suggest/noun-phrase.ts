import type { Stretch } from '../text/stretch.ts';

/** An article or possessive at the beginning. */
export const determiner =
  /^(?:the|an?|his|her|its|their|our|my|one|another|le|la|les|l['’]|une?|son|sa|ses|leurs?|el|los|las|su|sus|un[ao]s?|d(?:er|ie|as|essen|eren)|eine?r?|ihre?|seine?|unsere?)(?![\p{L}])/iu;
/** A whole word with a capital. */
export const capital = /^\p{Lu}[\p{L}\p{M}\p{N}.'’-]*$/u;
const joins = /^(?:of|de|du|des|del|d['’]\S+|von|vom|van|der|für|al|bin|for)$/u;
const copula =
  /^(?:no|ne|n['’]\S+|is|are|was|were|has|had|will|would|can|could|fue|es|era|est[áa]|se|est|était|s['’]\S+|a|ist|war|hat|hatte|wird|steht|sieht)$/u;
const article =
  /^(?:the|an?|his|her|its|their|le|la|les|l['’]\S+|une?|ses|leurs?|el|los|las|los|der|die|das|den|dem|eine?n?|ihren?|seinen?|sich|on|to|with|at)$/u;

interface Token extends Stretch {
  readonly token: string;
}

// "Opposition leader Greta Halloran": words of an office, at most five, then a name.
function nameEnd(part: string, tokens: readonly Token[]): number | null {
  const second = tokens[1]?.token ?? '';
  const begin = tokens.findIndex(({ token }, index) => capital.test(token) && (index > 0 || capital.test(second)));
  const alone = tokens[0] && capital.test(tokens[0].token) && !determiner.test(tokens[0].token) ? 0 : -1;
  const office =
    begin > 0 &&
    begin <= 5 &&
    tokens.slice(1, begin).every(({ token }) => !verbal.test(token) && !article.test(token) && !copula.test(token));
  const at = office || begin === 0 ? begin : alone;
  return at < 0 || (part.slice(0, tokens[at]?.start).match(/,/gu) ?? []).length > 1 ? null : runEnd(tokens, at);
}

const verbal = /^\p{Ll}{2,}(?:ed|ing)$/u;

// The name goes on over particles: "Ana de la Vega".
function runEnd(tokens: readonly Token[], at: number): number | null {
  let last = at;
  for (let next = at + 1; next < tokens.length && next - last <= 3; next += 1) {
    const token = tokens[next]?.token ?? '';
    if (tokens[next - 1] && (tokens[next]?.start ?? 0) - (tokens[next - 1]?.end ?? 0) > 1) break;
    if (capital.test(token)) last = next;
    else if (!joins.test(token) && !determiner.test(token)) break;
  }
  return tokens[last]?.end ?? null;
}

// "Her husband disagrees", "Son voisin hausse les épaules": an article, a noun and what belongs to it.
function articleEnd(tokens: readonly Token[]): number | null {
  const opens = tokens[0] && determiner.test(tokens[0].token);
  if (!opens || tokens.length < 3) return null;
  const elided = /^l['’]\p{L}/iu.test(tokens[0]?.token ?? '');
  let last = elided ? 0 : 1;
  while (joins.test(tokens[last + 1]?.token ?? '') && tokens[last + 2]) last += determiner.test(tokens[last + 2]?.token ?? '') ? 3 : 2;
  if ((tokens[last + 1]?.start ?? 0) - (tokens[last]?.end ?? 0) > 1) return tokens[last]?.end ?? null;
  const [verb = '', object = ''] = [tokens[last + 1]?.token, tokens[last + 2]?.token];
  return copula.test(verb) || article.test(object) ? (tokens[last]?.end ?? null) : null;
}

const german = /^(?:de[rsnm]|die|das|von|vom|für|aus|beim?)$/u;

// Every noun has a capital: an article, adjectives, nouns, and those in the genitive.
function nounEnd(tokens: readonly Token[]): number | null {
  let at = tokens.findIndex(({ token }, index) => capital.test(token) && !(index === 0 && determiner.test(token)));
  if (at < 0 || at > 3) return null;
  for (let next = at + 1; next < tokens.length; next += 1) {
    if ((tokens[next]?.start ?? 0) - (tokens[next - 1]?.end ?? 0) > 1) break;
    if (capital.test(tokens[next]?.token ?? '')) at = next;
    else if (next - at > 2 || (next === at + 1 && (!german.test(tokens[next]?.token ?? '') || isPerson(tokens, at)))) break;
  }
  return tokens[at]?.end ?? null;
}

const tokensOf = (part: string): Token[] =>
  [...part.matchAll(/[^\s,،]+/gu)].map(({ 0: token, index }) => ({ token, start: index, end: index + token.length }));

// Behind "Jana Wittkopp" a genitive is who heard it.
const isPerson = (tokens: readonly Token[], at: number): boolean =>
  at > 1 && [at, at - 1, at - 2].every((index) => capital.test(tokens[index]?.token ?? '') && !determiner.test(tokens[index]?.token ?? ''));

/** Where a German subject that `part` begins with ends, in its units: behind its last noun; `null` where it begins with none. */
export const nounPhraseEnd = (part: string): number | null => nounEnd(tokensOf(part));

/** Where a subject in a language without capital nouns ends: behind a name, or behind an article, its noun and what belongs to it; `null` where neither shows. */
export function phraseEnd(part: string): number | null {
  const tokens = tokensOf(part);
  return nameEnd(part, tokens) ?? articleEnd(tokens);
}
