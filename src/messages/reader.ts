const units: Readonly<Record<string, string>> = {
  sentence: 'Sentence',
  clause: 'Clause',
  word: 'Word',
  character: 'Selection',
  quotation: 'Quotation',
  free: 'Selection',
};

/** Words in and around the article. */
export const readerMessages = {
  cursor: 'Range cursor',
  cursorHelp: 'Arrow keys move by sentence and word, Shift extends, c, q and s tag. Press question mark for all keys.',
  noArticle: 'No article is open.',
  addFirst: 'Add an article',
  withheld: 'The text of this article was not part of the package. Its tags are listed with their words.',
  toolbar: 'Tag the selection',
  start: (type: string) => `Start of the ${type.toLowerCase()}`,
  end: (type: string) => `End of the ${type.toLowerCase()}`,
  offScreen: (above: boolean, label: string, paragraph: number | null) =>
    `${above ? '↑' : '↓'} ${label}${paragraph === null ? '' : `, par. ${paragraph}`}`,
  announce: (unit: string, paragraph: number | null, words: number, tags: string) =>
    `${units[unit] ?? ''}${paragraph === null ? '' : ` in paragraph ${paragraph}`}, ${words === 1 ? '1 word' : `${words} words`}${tags ? `; ${tags}` : ''}`,
  addPart: 'Add as a part',
  speakerOf: (words: string) => `Speaker of “${words}”`,
  offersFor: (words: string) => `Offers for “${words}”`,
  offer: {
    speaker: (words: string, who: string) => (who === '' || who === words ? words : `${words} (${who})`),
    relay: (words: string) => `via ${words}`,
    continues: (words: string) => `continues ${words}`,
    identity: (words: string, who: string) => `${words} = ${who}?`,
    'own-voice': () => 'The article itself',
  },
  offerAll: (count: number) => `All ${count}`,
  offerList: 'Others',
  offerClose: 'Close the offers',
  quoteAlone: 'Quote',
  quoteSaidBy: (speaker: string, relays: readonly string[]) =>
    [`Quote, said by ${speaker}`, ...relays.map((relay) => `via ${relay}`)].join(', '),
  more: (count: number) => `+${count}`,
  who: 'who?',
} as const;
