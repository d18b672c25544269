const refusals: Readonly<Record<string, string>> = {
  empty: 'It holds no text.',
  'too-big': 'It is larger than 5 MB.',
  binary: 'It is not a text file.',
  'ill-formed': 'Its bytes are not valid text in any known encoding.',
};

const zones: Readonly<Record<string, string>> = {
  metadata: 'Metadata',
  'site-chrome': 'Web page',
  headline: 'Headline',
  byline: 'Byline',
  caption: 'Caption',
  credit: 'Credit',
  paragraph: 'Paragraph',
};

/** Words of the library and of an article's details. */
export const libraryMessages = {
  title: 'Library',
  add: 'Add articles',
  addHelp: 'Plain text and Markdown files (.txt, .md), one or many. The text is kept exactly as it is.',
  paste: 'Paste a text',
  pasteButton: 'Add this text',
  files: 'Choose files',
  folder: 'Choose a folder',
  empty: 'No article yet.',
  counts: (tags: number) => (tags === 1 ? '1 tag' : `${tags} tags`),
  noDate: 'No date',
  details: 'Details',
  detailsOf: (title: string) => `Details of ${title}`,
  delete: 'Delete article',
  fields: {
    title: 'Headline',
    byline: 'Byline',
    publisher: 'Publisher',
    date: 'Date',
    url: 'Address',
    language: 'Language',
    direction: 'Direction',
    status: 'Status',
  },
  directions: { ltr: 'Left to right', rtl: 'Right to left' },
  inferred: 'inferred from the page',
  encoding: (encoding: string) => `Read as ${encoding}`,
  hash: 'Text SHA-256',
  zones: 'Parts of the text',
  zoneKind: (words: string) => `Role of “${words}”`,
  zone: (kind: string) => zones[kind] ?? kind,
  added: (name: string, encoding: string) => `${name} added, read as ${encoding}`,
  known: (name: string) => `${name} is here already`,
  refused: (name: string, reason: string) => `${name} was not added. ${refusals[reason] ?? reason}`,
  report: 'Files added',
} as const;
