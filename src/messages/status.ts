const tagNames: Readonly<Record<string, string>> = { claim: 'Claim', quote: 'Quote', source: 'Source' };

type Parameters = Readonly<Record<string, unknown>>;

const typeIn = ({ type }: Parameters): string => (typeof type === 'string' ? (tagNames[type] ?? type) : 'Tag');

const done: Readonly<Record<string, (parameters: Parameters) => string>> = {
  tag: (parameters) => `${typeIn(parameters)} tagged`,
  retype: (parameters) => `Now a ${typeIn(parameters).toLowerCase()}`,
  'set-segments': () => 'Edges moved',
  'delete-annotation': (parameters) => `${typeIn(parameters)} deleted`,
  'article-voice': () => 'Voice changed',
  'confirm-attribute': () => 'Value confirmed',
  'name-entity': () => 'Source named',
  'set-note': () => 'Note saved',
  'take-offers': ({ count }) => (count === 0 ? 'Quote tagged' : count === 1 ? 'Offer taken' : `${count} offers taken`),
  'link-source': () => 'Source linked',
  acknowledge: () => 'Acknowledged',
  'withdraw-acknowledgement': () => 'Open again',
  mend: () => 'Mended',
  finish: () => 'Values confirmed',
  unlink: () => 'Link removed',
  'add-article': () => 'Article added',
  'edit-article': () => 'Article changed',
  'edit-zones': () => 'Parts of the text changed',
  'set-status': () => 'Status changed',
  'delete-article': () => 'Article deleted',
  'add-person': () => 'Person added',
  'rename-person': () => 'Renamed',
  import: () => 'Imported',
  review: () => 'Verdict noted',
  'see-set': () => 'Your set now counts as derived',
  'use-codebook': () => 'Codebook replaced',
  'keep-under': () => 'Kept as it is',
  'bring-to': () => 'Brought to the new version',
  'add-entry': () => 'Entry added',
  'edit-entry': () => 'Entry changed',
  'merge-entries': () => 'Entries merged',
  'split-entry': () => 'Entry split',
  'delete-entry': () => 'Entry deleted',
  'tag-same-words': ({ count }) => (count === 1 ? '1 place tagged' : `${String(count)} places tagged`),
};

/** One short message for each action, for who listens instead of looking. */
export const statusMessages = {
  region: 'Status',
  done: (action: string, parameters: Parameters) => done[action]?.(parameters) ?? 'Done',
  offered: (said: string, first: string) => `${said}. Offered: ${first}`,
  undone: (name: string) => `Undone: ${name}`,
  redone: (name: string) => `Redone: ${name}`,
  linked: (label: string, words: string) => `Linked: ${label} “${words}”`,
  value: (label: string, value: string | null) => (value === null ? `${label}: not set` : `${label}: ${value}`),
  flagged: (unsure: boolean) => (unsure ? 'Flagged unsure' : 'No longer unsure'),
  selected: (type: string, words: string, paragraph: number | null, open: boolean) =>
    `${type}, “${words}”${paragraph === null ? '' : `, paragraph ${paragraph}`}${open ? '; something is missing' : ''}`,
  nothingSelected: 'No tag selected',
  editing: 'Moving the edges: Enter keeps them, Escape restores them',
  linking: (label: string) => `Choose: ${label}`,
  addingPart: 'Select the part, then press Enter',
  offersClosed: 'Offers closed',
  reading: 'Back to the text',
  asked: (label: string, values: readonly string[]) => (values.length === 0 ? label : `${label}: ${values.join(', ')}`),
  article: (title: string) => `Article: ${title}`,
  singleKeys: (on: boolean) => (on ? 'Single keys on' : 'Single keys off'),
  keysChanged: 'Keys changed',
  nothingFurther: 'Nothing further',
} as const;
