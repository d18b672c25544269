type Params = Readonly<Record<string, string>>;

const sentences: Readonly<Record<string, (params: Params) => string>> = {
  'required-attribute': ({ attribute = '' }) => `${attribute} is not set.`,
  'required-attribute-proposed': ({ attribute = '', value = '' }) => `${attribute} “${value}” is only proposed.`,
  'quote-without-speaker': () => 'Nobody is linked as the speaker.',
  'quote-with-two-speakers': () => 'More than one speaker is linked.',
  'claim-without-claimer': () => 'It is attributed, but nobody is linked as the claimer.',
  'article-voice-with-claimer': () => 'It is the article’s own claim, but a claimer is linked.',
  'relation-wrong-types': ({ link = '' }) => `The link “${link}” does not fit these types of tag.`,
  'relation-dangling': ({ link = '' }) => `The link “${link}” leads to no tag.`,
  'relation-cycle': ({ link = '' }) => `The links “${link}” run in a circle.`,
  'text-mismatch': () => 'The text has other words here than the tag.',
  'duplicate-annotation': () => 'The same words are tagged twice as the same.',
  'orphan-source': () => 'No quote or claim names this source.',
  'uncovered-quotation-marks': () => 'These quotation marks are in no quote.',
  'quote-boundary-not-at-mark': () => 'The quote does not begin and end at quotation marks.',
  'speaker-differs-from-claimer': ({ claimer = '', speaker = '' }) => `It is claimed by ${claimer}, inside a quote said by ${speaker}.`,
  'pronoun-unresolved': () => 'Nothing says who this pronoun is.',
  'crosses-zone': () => 'The tag runs from one part of the article into another.',
  'tag-in-site-chrome': () => 'This is text of the web page, not of the article.',
  'untidy-boundary': () => 'A stray space or punctuation stands at the edge.',
  'flagged-unsure': () => 'It is flagged as unsure.',
  'headline-without-claim': () => 'No claim is tagged in the headline.',
  'attribution-verb-without-tag': ({ verb = '' }) => `“${verb}”: somebody may say something here, and nothing is tagged.`,
};

const levels: Readonly<Record<string, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  hint: ['hint', 'hints'],
};

/** What the checks say. */
export const checkMessages = {
  /** The sentence of a finding. */
  sentence: (message: string, params: Params) => sentences[message]?.(params) ?? message,
  level: (level: string) => levels[level]?.[0] ?? level,
  count: (level: string, count: number) => `${count} ${levels[level]?.[count === 1 ? 0 : 1] ?? level}`,
  /** A finding in one line; `words` are those of the place. */
  line: (title: string, level: string, place: string, words: string, sentence: string) =>
    `${title} ${place}, ${level}: ${sentence}${words === '' ? '' : ` · ${words}`}`,
  nothing: 'All checks are good.',
} as const;
