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

const nouns: Readonly<Record<string, string>> = { claim: 'claim', quote: 'quote', source: 'source' };

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
  title: 'Checks',
  summary: (counts: readonly string[], acknowledged: number) =>
    [...counts, ...(acknowledged > 0 ? [`${acknowledged} acknowledged`] : [])].join(', ') || 'good',
  group: (level: string) => ({ error: 'Errors', warning: 'Warnings', hint: 'Hints' })[level] ?? level,
  more: (count: number) => `And ${count} more, shown as these are settled.`,
  fix: (kind: string) =>
    ({
      'set-segments': 'Move the edges',
      delete: 'Delete this tag',
      unlink: 'Remove the link',
      'link-speaker': 'Link the source',
      'tag-quote': 'Tag the quote',
    })[kind] ?? kind,
  acknowledge: 'Acknowledge…',
  reason: 'Why it is right as it is',
  keep: 'Acknowledge',
  cancel: 'Cancel',
  acknowledged: (count: number) => `Acknowledged ${count}`,
  because: (reason: string, name: string) => `${reason} (${name})`,
  withdraw: 'Take back',
  done: 'Mark done',
  reopen: 'Reopen',
  isDone: 'The article is done.',
  calledDone: 'Called done.',
  reopened: 'The article is open again.',
  notDone: (count: number) =>
    count === 1 ? 'Not done yet: 1 error needs you. It is selected.' : `Not done yet: ${count} errors need you. The first is selected.`,
  stillProposed: (count: number) =>
    count === 1
      ? 'Confirmed. 1 error is still open, so the article is not done.'
      : `Confirmed. ${count} errors are still open, so the article is not done.`,
  confirmTitle: 'Are these right?',
  confirmHelp: 'Attest proposed these values. What you untick stays proposed.',
  proposals: (label: string, value: string, tags: string) => `${label}: ${value}, ${tags}`,
  tags: (type: string, count: number) => `${count} ${count === 1 ? (nouns[type] ?? 'tag') : `${nouns[type] ?? 'tag'}s`}`,
  confirmDone: (count: number) => (count === 1 ? 'Confirm 1 value, mark done' : `Confirm ${count} values, mark done`),
  inText: 'In the text',
} as const;
