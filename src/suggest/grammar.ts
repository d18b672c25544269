/** How a language attributes statements; each pattern is matched against words with quotations blanked out. */
export interface Grammar {
  /** Verbs of saying, wherever they stand. */
  readonly says: RegExp;
  /** Verbs that attribute only what stands in marks shortly behind them: called it “…”. */
  readonly labels: RegExp;
  /** Before a word like such a verb, shows that it is none: "the claims", "was told". */
  readonly noVerb: RegExp;
  /** Where the subject of such a verb may stand. */
  readonly subject: 'either' | 'behind' | 'before';
  /** True where a subject stands behind its verb only after a quotation or a comma: “…,” said X. */
  readonly invertsRarely: boolean;
  /** "according to": the source follows. */
  readonly accordingTo: RegExp | null;
  /** "zufolge": the source stands before. */
  readonly accordingBehind: RegExp | null;
  /** "released by": who carried the statement on follows. */
  readonly releasedBy: RegExp | null;
  /** Verbs of saying whose object is who heard it: "told AFP". */
  readonly tells: RegExp | null;
  /** Begins a clause about the source that does not belong to it. */
  readonly relative: RegExp;
  /** Words before which a subject cannot begin. */
  readonly conjunctions: RegExp;
  /** Begins an apposition. */
  readonly apposition: RegExp;
  /** At the beginning of a subject: times, conjunctions, prepositions that are not part of it. */
  readonly lead: RegExp;
  /** Between a subject and its verb: auxiliaries, adverbs, times. */
  readonly between: RegExp;
  /** Ends a subject that stands behind its verb, or the source of "according to". */
  readonly ends: RegExp;
  /** Ends it only behind a name. */
  readonly endsBehindName: RegExp;
  readonly pronouns: RegExp;
  /** Who heard it, between a verb and its subject: "сообщил журналистам глава"; `null` where it stands behind the subject. */
  readonly hearer: RegExp | null;
  /** "in his view" of a language: at the beginning of a sentence, before who thinks so and the quotation; `null` where there is none. */
  readonly viewOf: RegExp | null;
  /** Verb forms that by themselves show that somebody else’s words are told: "sei"; `null` where there are none. */
  readonly reported: RegExp | null;
  /** Before a quotation, shows that it is a title, a name or a word and nobody speaks: "the song", "so-called". */
  readonly titles: RegExp;
  /** Begins the content behind a verb: "that". */
  readonly that: RegExp;
  /** An article or possessive with which a noun phrase begins; at the beginning of the words. */
  readonly determiner: RegExp;
  /** One word that ties a noun to the noun before it: "of". */
  readonly joins: RegExp;
  /** One word, a verb form behind which no subject goes on: "was". */
  readonly finite: RegExp;
  /** One word that begins what follows a verb: "the", "with". */
  readonly opensObject: RegExp;
  /** At the beginning of words, shows an adverbial: "Asked about", "Entering the". */
  readonly opensAdverbial: RegExp;
  /** A verb of saying in a form that has its subject behind it nowhere: "adding". */
  readonly participle: RegExp;
  /** True where every noun has a capital, so that a capital shows no name. */
  readonly capitalNouns: boolean;
  /** A subject that cannot speak, whatever verb follows. */
  readonly speechless: RegExp;
}

/** Matches nothing: for what a language does not have. */
export const none = /(?!)/u;

const choice = (words: string): string => `(?:${words.trim().replaceAll(/\s*\|\s*/g, '|')})`;
const before = '(?<![\\p{L}\\p{N}\\p{M}])';
// A word may go on directly behind an apostrophe: l’ancien.
const behind = "(?:(?<=['’])|(?![\\p{L}\\p{N}\\p{M}]))";

/** A pattern for any of these words or phrases (`|` between them), as whole words. */
export const anyOf = (words: string): RegExp => new RegExp(before + choice(words) + behind, 'giu');

/** The same at the beginning only; with the flag `u` alone capitals count. */
export const begins = (words: string, flags = 'iu'): RegExp => new RegExp(`^${choice(words)}${behind}`, flags);

/** One of these words, and nothing else. */
export const oneOf = (words: string): RegExp => new RegExp(`^${choice(words)}$`, 'u');

/** The same at the end only; with the flag `u` alone capitals count. */
export const ends = (words: string, flags = 'iu'): RegExp => new RegExp(`${before}${choice(words)}$`, flags);
