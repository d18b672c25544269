import type { Stretch } from '../text/stretch.ts';
import type { Grammar } from './grammar.ts';
import { capital, nounPhraseEnd } from './noun-phrase.ts';
import { blank } from './reading.ts';
import { appositionEnd, withoutLead } from './subject.ts';

// A subject that no verb of saying shows is looked for in this many units.
const farthest = 120;

// To the end of the sentence or the next mark, over the stops of titles and initials.
const sentencePart = new RegExp(
  `^(?:[^.!?;:：(${blank}]|(?<=(?:^|\\s)(?:Drs?|Mrs?|Ms|Prof|St|Sra?|Mme|\\p{Lu}))\\.|\\.(?=\\s*\\p{Ll}))*`,
  'u',
);

/** Who a clause begins with (units of `words`), though no verb of saying follows: "Mayor Judith Tarrow was blunt."; `null` where no person or office stands there, or nothing but it. */
export function openingMention(words: string, start: number, end: number, grammar: Grammar): Stretch | null {
  const limit = Math.min(end, start + farthest);
  const from = withoutLead(words, start, limit, grammar);
  const part = (sentencePart.exec(words.slice(from, limit))?.[0] ?? '').trimEnd();
  const clause = isAdverbial(part, grammar) ? /^[^,،]*[,،]/u.exec(part) : null;
  if (clause && clause[0].length < part.length) return openingMention(words, from + clause[0].length, end, grammar);
  const pronoun = grammar.pronouns.exec(part);
  if (pronoun) return goesOn(part.slice(pronoun[0].length)) ? { start: from, end: from + pronoun[0].length } : null;
  if (isAdverbial(part, grammar) || (!capital.test(first(part)) && !grammar.determiner.test(part))) return null;
  const last = nounPhraseEnd(part, grammar);
  if (last === null) return null;
  const until = appositionEnd(words, from, from + last, limit, grammar, true);
  return goesOn(words.slice(until, from + part.length)) ? { start: from, end: until } : null;
}

// "Under the plan …", "When …", "Nobody …"
const isAdverbial = (part: string, grammar: Grammar): boolean =>
  grammar.speechless.test(part) ||
  grammar.viewOf?.test(part) === true ||
  grammar.opensAdverbial.test(part) ||
  part.search(grammar.endsBehindName) === 0 ||
  part.search(grammar.conjunctions) === 0 ||
  part.search(grammar.says) === 0;

const first = (part: string): string => /^\S+/u.exec(part)?.[0] ?? '';

const goesOn = (rest: string): boolean => /^\s*,?\s*\p{Ll}/u.test(rest);
