const units: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  sentence: 'sentence',
  clause: 'clause',
  word: 'word',
  character: 'selection',
  quotation: 'quotation',
  free: 'selection',
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What the range cursor spans: `number` counts its unit in the paragraph from 1; `tags` are the types that lie there. */
export interface Spanned {
  readonly unit: string;
  readonly number: number | null;
  readonly paragraph: number | null;
  readonly words: number;
  readonly tags: readonly string[];
  readonly text: string;
}

/** Words in and around the article. */
export const readerMessages = {
  cursor: 'Range cursor',
  cursorHelp: (keys: string) =>
    `Arrow keys move by sentence and word, with Shift the active edge.${keys === '' ? '' : ` All keys: ${keys}.`}`,
  noArticle: 'No article is open.',
  addFirst: 'Add an article',
  withheld: 'The text of this article was not part of the package. Its tags are listed with their words.',
  toolbar: 'Tag the selection',
  start: (type: string) => `Start of the ${type.toLowerCase()}`,
  end: (type: string) => `End of the ${type.toLowerCase()}`,
  offScreen: (above: boolean, label: string, paragraph: number | null) =>
    `${above ? '↑' : '↓'} ${label}${paragraph === null ? '' : `, par. ${paragraph}`}`,
  announce: ({ unit, number, paragraph, words, tags, text }: Spanned) => {
    const name = `${units[unit] ?? unit}${number === null ? '' : ` ${number}`}`;
    const place = paragraph === null ? name : unit === 'paragraph' ? `${name} ${paragraph}` : `${name} of paragraph ${paragraph}`;
    const tagged = tags.length === 0 ? '' : `; ${tags.join(', ')}`;
    const said = `${place}, ${words === 1 ? '1 word' : `${words} words`}${tagged}`;
    // Of a word one wants to hear the word first; of a sentence, where one is.
    return unit === 'word' || unit === 'character' ? `${text}; ${said}` : `${capital(said)}. ${text}`;
  },
  noTagHere: 'No tag here',
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
