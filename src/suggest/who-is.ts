import type { Stretch } from '../text/stretch.ts';
import { grammarOf } from './grammar-of.ts';
import { nameOf } from './names.ts';
import type { Suggestions } from './suggestions.ts';

/** Somebody the register knows: the entry's id, its name and its other names. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** `same-name`: the register or the text has the name. `short-form`: part of a longer name. `described`: the words stand beside the name earlier. `spoke-before`: the nearest person who spoke. */
type Reason = 'same-name' | 'short-form' | 'described' | 'spoke-before';

/** Who a mention may be. `entity` is the register's id, `null` for somebody the register does not know yet. */
interface Candidate {
  readonly name: string;
  readonly entity: string | null;
  readonly reason: Reason;
  /** The words that speak for it, and where they stand earlier in the text (UTF-16 units); `null` where only the register knows. */
  readonly words: string;
  readonly at: Stretch | null;
}

/** What a mention is. Only `name` makes a register entry by itself; with several candidates a person decides. */
export interface Identity {
  readonly kind: 'name' | 'pronoun' | 'description';
  /** The name in it; `null` for pronouns and descriptions. */
  readonly name: string | null;
  readonly candidates: readonly Candidate[];
}

const most = 4;
// Offices and countries speak too, but nobody calls them he or she.
const unlikePeople = /^the\s|^(?:North|South|East|West|New|Nord|Süd|Ost)\s/iu;

/** What kind of mention this stretch is, and who it may be, best first. Two people of one name stay two candidates. */
export function whoIs(suggestions: Suggestions, mention: Stretch, register: readonly Known[]): Identity {
  const { text, language } = suggestions.article;
  const words = text.slice(mention.start, mention.end);
  const grammar = grammarOf(language);
  if (grammar?.pronouns.exec(words)?.[0].length === words.length)
    return { kind: 'pronoun', name: null, candidates: speakersBefore(suggestions, mention, register) };
  const name = named(suggestions, mention, words);
  if (name !== null) return { kind: 'name', name, candidates: ofName(suggestions, mention, name, register) };
  return { kind: 'description', name: null, candidates: described(suggestions, mention, words, register) };
}

// A single capital at the start of a sentence is a name only where it stands as one elsewhere.
function named({ article: { text, language } }: Suggestions, mention: Stretch, words: string): string | null {
  const name = nameOf(words, language)?.words ?? null;
  if (
    name === null ||
    name !== words ||
    name.includes(' ') ||
    !/(?:^|[.!?…:]["”»]?\s+|[\r\n]\s*)$/u.test(text.slice(Math.max(0, mention.start - 6), mention.start))
  )
    return name;
  if (/^[\p{Lu}\p{N}]{2,}$/u.test(name)) return name;
  return new RegExp(`[\\p{L}\\p{N},]\\s+${escaped(name)}(?![\\p{L}])`, 'u').test(text) ? name : null;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function ofName(suggestions: Suggestions, mention: Stretch, name: string, register: readonly Known[]): Candidate[] {
  const known = register
    .filter((entry) => [entry.name, ...entry.aliases].includes(name))
    .map((entry) => fromRegister(entry, 'same-name', name));
  const longer = register.filter((entry) => isPartOf(name, entry.name)).map((entry) => fromRegister(entry, 'short-form', entry.name));
  const inText = suggestions.names
    .filter(({ words, start }) => start < mention.start && (words === name || isPartOf(name, words)))
    .map((found) => inArticle(found, found.words === name ? 'same-name' : 'short-form', register));
  return distinct([...known, ...longer, ...inText.filter(({ name: full, entity }) => entity !== null || full !== name)]);
}

// "Kim" and "Jong Un" are parts of "Kim Jong Un", "Ki" is not.
const isPartOf = (short: string, long: string): boolean => short !== long && ` ${long} `.includes(` ${short} `);

const fromRegister = ({ id, name }: Known, reason: Reason, words: string): Candidate => ({ name, entity: id, reason, words, at: null });

function inArticle(
  found: Stretch & { readonly words: string },
  reason: Reason,
  register: readonly Known[],
  words = found.words,
): Candidate {
  const entry = register.find(({ name, aliases }) => name === found.words || aliases.includes(found.words));
  return { name: entry?.name ?? found.words, entity: entry?.id ?? null, reason, words, at: { start: found.start, end: found.end } };
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ entity, name }) => !seen.has(entity ?? name) && seen.add(entity ?? name)).slice(0, most);
}

function speakersBefore(suggestions: Suggestions, mention: Stretch, register: readonly Known[]): Candidate[] {
  const { article, attributions } = suggestions;
  const before = attributions.flatMap(({ source }) => source).filter(({ end }) => end <= mention.start);
  const nearest = before
    .sort((a, b) => b.start - a.start)
    .flatMap((source) => {
      const words = article.text.slice(source.start, source.end);
      const name = nameOf(words, article.language);
      if (!name || named(suggestions, source, words) === null || unlikePeople.test(words)) return [];
      const found = { start: source.start + name.start, end: source.start + name.end, words: name.words };
      return [inArticle(fullName(suggestions, found), 'spoke-before', register, words)];
    });
  return distinct(nearest);
}

// The only longer name before this place that the short one is part of; with two the short one stays.
function fullName({ names }: Suggestions, found: Stretch & { readonly words: string }) {
  const longer = names.filter(({ words, end }) => end <= found.start && isPartOf(found.words, words));
  const [first] = longer;
  return first && longer.every(({ words }) => words === first.words) ? first : found;
}

// "the North Korean leader": "North Korean leader Kim Jong Un" stands earlier; "the farmer": "Owen Marsh, a farmer" does.
function described(suggestions: Suggestions, mention: Stretch, words: string, register: readonly Known[]): Candidate[] {
  const head =
    words
      .replace(/^(?:the|a|an|this|that|der|die|das|dieser|diese|le|la|les|l['’]|el|los|las)\s*(?=\S)/iu, '')
      .split(/[,،，]/u)[0]
      ?.trim() ?? '';
  if (head.length < 3) return [];
  const found = namesNear(suggestions, head, mention.start).flatMap((name) => {
    const cue = besideName(suggestions.article, name, head);
    return cue === null ? [] : [inArticle(name, 'described', register, cue)];
  });
  return distinct(found.reverse());
}

// As far behind a name as an apposition may reach.
const reach = 90;

/** The names before `end` that have these words about them: of the thousands in a long article hardly any. */
function namesNear({ article, names }: Suggestions, head: string, end: number) {
  // They may be the mention itself, in apposition to a name before it.
  const places = Array.from(
    article.text.slice(0, end + reach + head.length).matchAll(new RegExp(escaped(head), 'giu')),
    ({ index }) => index,
  );
  return names.filter((name) => name.end <= end && places.some((at) => at >= name.start - head.length - 4 && at < name.end + reach));
}

/** The name with the words of a description that stand directly before it or in apposition; `null` where they do not. */
function besideName({ text, language }: Suggestions['article'], { start, end }: Stretch, head: string): string | null {
  const ahead = new RegExp(`(?<!\\p{L})${escaped(head)},?\\s*$`, 'iu').exec(text.slice(Math.max(0, start - head.length - 4), start));
  if (ahead) return text.slice(start - ahead[0].length, end);
  const behind = /^,\s+[^.;:“”"«»]{2,80}/u.exec(text.slice(end, end + reach))?.[0] ?? '';
  // A clause tells what somebody did or what others say of them: "Ju Ae, who the agency claims …".
  const clause = [...behind.matchAll(/,\s*/gu)].find(({ 0: comma, index }) =>
    grammarOf(language)?.relative.test(behind.slice(index + comma.length)),
  );
  const within = new RegExp(`^.*?(?<!\\p{L})${escaped(head)}(?!\\p{L})`, 'isu').exec(behind.slice(0, clause?.index));
  return within && text.slice(start, end + within[0].length);
}
