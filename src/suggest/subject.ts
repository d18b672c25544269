import type { Stretch } from '../text/stretch.ts';
import type { Grammar } from './grammar.ts';
import { nounPhraseEnd } from './noun-phrase.ts';
import { blank } from './reading.ts';

// A subject with its appositions is not longer than this many units.
const farthest = 300;
const boundary = new RegExp(`[,،，、;؛；:：—–(){}\\[\\]${blank}!?。！？«»]|\\s-\\s|\\.(?=\\s*$|\\s+[^\\p{Ll}])`, 'gu');
const abbreviated = /(?:^|[\s(])(?:\p{Lu}|Mrs?|Ms|Dr|Prof|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|M|Mme|Sra?|г|им)$/u;
const comma = /^[,،，]/u;

/** The subject before a verb at `end`, not before `floor` (units of `words`); `null` where none stands there. Appositions are part of it, clauses about it are not. */
export function subjectBefore(words: string, floor: number, end: number, grammar: Grammar): Stretch | null {
  const from = Math.max(floor, end - farthest);
  const until = withoutAdverbs(words, from, end, grammar);
  const segment = words.slice(from, until);
  if (/[,،，]$/u.test(segment)) return withApposition(words, from, until - 1, grammar);
  return cleaned(words, from + partStart(segment), until, grammar);
}

/** The subject behind a verb that ends at `start`, up to `ceiling` (units of `words`); `null` where none stands there. Where it is `enclosed` an apposition has a comma on both sides: "According to Hong Min, an analyst, the …". */
export function subjectBehind(words: string, start: number, ceiling: number, grammar: Grammar, enclosed = false): Stretch | null {
  const limit = Math.min(ceiling, start + farthest);
  if (/^\s*[,،，:：]/u.test(words.slice(start, limit))) return null;
  const from = withoutLead(words, behindHearer(words, start, limit, grammar), limit, grammar);
  const part = cutBehind(words, from, partEnd(words, from, limit), grammar);
  if (
    part <= from ||
    (!grammar.capitalNouns && grammar.joins.test(/^\S+/u.exec(words.slice(from, part))?.[0] ?? '')) ||
    !/^[\p{L}\p{N}]/u.test(words.slice(from, from + 2)) ||
    words.slice(from, part).search(grammar.endsBehindName) === 0
  )
    return null;
  const pronoun = grammar.pronouns.exec(words.slice(from, part));
  if (pronoun) return { start: from, end: from + pronoun[0].length };
  const end = partEnd(words, from, limit) === part ? appositionEnd(words, from, part, limit, grammar, enclosed) : part;
  return trimmed(words, from, end);
}

// "сообщил журналистам глава района", "contó a este medio un trabajador": who heard it stands first.
function behindHearer(words: string, start: number, limit: number, grammar: Grammar): number {
  const hearer = grammar.hearer?.exec(words.slice(start, limit).trimStart());
  return hearer ? limit - words.slice(start, limit).trimStart().length + hearer[0].length : start;
}

function withoutAdverbs(words: string, from: number, end: number, grammar: Grammar): number {
  let until = from + words.slice(from, end).trimEnd().length;
  for (let step = 0; step < 6; step += 1) {
    const adverb = grammar.between.exec(words.slice(Math.max(from, until - 60), until));
    if (!adverb) break;
    until = from + words.slice(from, until - adverb[0].length).trimEnd().length;
  }
  return until;
}

// "Hong Min, an analyst at the institute, told": the name, and the apposition unless it is a clause.
function withApposition(words: string, from: number, until: number, grammar: Grammar): Stretch | null {
  let start = until;
  let end = until;
  let named = false;
  for (let step = 0; step < 4; step += 1) {
    const begin = from + partStart(words.slice(from, start));
    const part = words.slice(begin, start).trim();
    const more = begin > from && comma.test(words.charAt(begin - 1));
    if (step === 0 && !more) return null;
    if (grammar.relative.test(part) || part === '' || isLead(part, grammar)) end = begin - 1;
    else if (step > 0 && named) return cleaned(words, begin, end, grammar);
    else if (!grammar.apposition.test(part) && (step > 0 || !isName(part))) return step === 0 ? null : cleaned(words, begin, end, grammar);
    else if (!more) return cleaned(words, begin, end, grammar);
    named ||= isName(part);
    start = begin - 1;
  }
  return null;
}

const isLead = (part: string, grammar: Grammar): boolean => grammar.lead.exec(part)?.[0].length === part.length;

const isName = (part: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}|al|bin|de|van|von|der|d[aeiu]|el|la|y|of|the)[\p{L}\p{M}.'’-]*){0,5}$/u.test(part);

function partStart(segment: string): number {
  let start = 0;
  for (const match of segment.matchAll(boundary)) {
    if (match[0] !== '.' || !abbreviated.test(segment.slice(0, match.index))) start = match.index + match[0].length;
  }
  return start;
}

function partEnd(words: string, from: number, limit: number): number {
  const segment = words.slice(from, limit);
  for (const match of segment.matchAll(boundary)) {
    if (match[0] !== '.' || !abbreviated.test(segment.slice(0, match.index))) return from + match.index;
  }
  return limit;
}

/** The first words of a stretch that are its subject: without what leads in, and only the pronoun where it begins with one; `null` where nothing is left. */
function cleaned(words: string, start: number, end: number, grammar: Grammar): Stretch | null {
  let from = withoutLead(words, start, end, grammar);
  let until = end;
  for (const match of words.slice(from, end).matchAll(grammar.conjunctions)) {
    if (match.index === undefined || from + match.index >= until) continue;
    const behind = words.slice(from + match.index + match[0].length, until).trimStart();
    const opensClause = grammar.relative.test(match[0]) && match.index > 0 && beginsWithVerb(behind, grammar);
    if (opensClause) until = from + match.index;
    else return cleaned(words, until - behind.length, until, grammar);
  }
  from = withoutLead(words, from, until, grammar);
  const pronoun = grammar.pronouns.exec(words.slice(from, until));
  if (pronoun) return { start: from, end: from + pronoun[0].length };
  if (words.slice(from, until).search(grammar.endsBehindName) === 0) return lastName(words, from, until, grammar);
  if (grammar.speechless.test(words.slice(from, until))) return null;
  return trimmed(words, from, until);
}

// "At the meeting Leonard Pike said": behind a place only a name or a pronoun is the subject.
function lastName(words: string, start: number, end: number, grammar: Grammar): Stretch | null {
  const part = words.slice(start, end).trimEnd();
  const last = /\S+$/u.exec(part)?.[0] ?? '';
  const found =
    grammar.pronouns.exec(last)?.[0].length === last.length
      ? last
      : grammar.capitalNouns
        ? ''
        : (/(?:\p{Lu}[\p{L}\p{M}.'’-]*\s?)+$/u.exec(part)?.[0] ?? '');
  const from = start + part.length - found.length;
  return found === '' || from === start ? null : trimmed(words, from, start + part.length);
}

// "a clerk who asked not to be named" against "whom the agency calls", "which doctors call": a subject of its own makes the difference.
const beginsWithVerb = (behind: string, grammar: Grammar): boolean =>
  behind === '' ||
  (/^\p{Ll}/u.test(behind) && !plural.test(behind.trimEnd()) && !grammar.apposition.test(behind) && !grammar.pronouns.test(behind));

// The one word between the relative and the verb.
const plural = /^\p{Ll}+[^s]s$/u;

/** Where the words between two places begin when times, conjunctions and the like are left out. */
export function withoutLead(words: string, start: number, end: number, grammar: Grammar): number {
  let from = start;
  for (let step = 0; step < 5; step += 1) {
    from += /^[\s,،，]*/u.exec(words.slice(from, end))?.[0].length ?? 0;
    const lead = grammar.lead.exec(words.slice(from, Math.min(end, from + 80)));
    if (!lead || lead[0] === '') return from;
    from += lead[0].length;
  }
  return from;
}

function cutBehind(words: string, from: number, end: number, grammar: Grammar): number {
  const part = words.slice(from, end);
  const stop = part.search(grammar.ends);
  const cut = stop < 0 ? part : part.slice(0, stop);
  const inner = grammar.capitalNouns && !grammar.pronouns.test(cut) ? cut.slice(0, nounPhraseEnd(cut, grammar) ?? cut.length) : cut;
  for (const match of inner.matchAll(grammar.endsBehindName)) {
    if (/(?:^|\s)\p{Lu}[\p{L}\p{M}.'’-]*\s+$/u.test(inner.slice(0, match.index)))
      return from + inner.slice(0, match.index).trimEnd().length;
  }
  return from + inner.trimEnd().length;
}

/** Where the appositions end that stand behind a name ending at `end`: "said Ines Calloway, a baker on Ferry Street, who …". Clauses are not part of it. */
export function appositionEnd(words: string, start: number, end: number, limit: number, grammar: Grammar, enclosed: boolean): number {
  let until = end;
  for (let step = 0; step < 3; step += 1) {
    const gap = /^[,،，]\s*/u.exec(words.slice(until, limit));
    const begin = until + (gap?.[0].length ?? 0);
    const close = partEnd(words, begin, limit);
    const part = words.slice(begin, close);
    const name =
      step === 0 &&
      part.includes(' ') &&
      isName(part) &&
      (!isName(words.slice(start, end)) || grammar.determiner.test(words.slice(start, end)));
    if (!gap || (!grammar.apposition.test(part) && !name) || grammar.relative.test(part)) return until;
    if (enclosed && !comma.test(words.charAt(close))) return until;
    const clause = part.search(grammar.conjunctions);
    if (clause === 0) return until;
    until = clause > 0 ? begin + words.slice(begin, begin + clause).trimEnd().length : close;
    if (clause > 0) return until;
  }
  return until;
}

function trimmed(words: string, start: number, end: number): Stretch | null {
  const part = words.slice(start, end);
  const lead = part.length - part.trimStart().length;
  const length = part.trim().length;
  return length === 0 || !/\p{L}/u.test(part) ? null : { start: start + lead, end: start + lead + length };
}
