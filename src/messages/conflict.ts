const names: Readonly<Record<string, string>> = {
  note: 'Note',
  segments: 'Boundaries',
  type: 'Type',
  flag: 'Unsure',
  title: 'Title',
  byline: 'Byline',
  bylineKind: 'Kind of byline',
  publisher: 'Publisher',
  date: 'Date',
  url: 'Address',
  language: 'Language',
  direction: 'Direction',
  status: 'Status',
  versions: 'Zones',
  name: 'Name',
  aliases: 'Other names',
  kind: 'Kind',
  affiliation: 'Affiliation',
  identifiers: 'Identifiers',
};

// By the reason of storage's refusal.
const inTheWay: Readonly<Record<string, string>> = {
  gone: 'What this needs was deleted in another tab, so it was not done.',
  recast: 'A tag here was made another type in another tab, so the link was not made.',
  linked: 'A tag here was linked in another tab, so this was not done.',
  tagged: 'Another tab has tagged this, so it was not deleted.',
  named: 'Another tab has named this as a source, so it was not deleted.',
  answered: 'Another tab has answered this, so it was not deleted.',
};

const inTheWayOfUndo: Readonly<Record<string, string>> = {
  gone: 'What this needs was deleted in another tab, so it cannot be undone here.',
  recast: 'A tag here was made another type in another tab, so this cannot be undone.',
  linked: 'A tag here was linked in another tab since, so this cannot be undone.',
  tagged: 'Another tab has tagged this since, so it cannot be undone.',
  named: 'Another tab has named this as a source since, so it cannot be undone.',
  answered: 'Another tab has answered this since, so it cannot be undone.',
};

const changedSince = 'Another tab has changed this since, so it cannot be undone here.';
const changedToo = 'Another tab changed this at the same time, so yours was not done.';

/** What is said where two tabs are in each other's way. */
export const conflictMessages = {
  /** `fields` are names as `fieldName` gives them. */
  changed: (fields: readonly string[]) =>
    fields.length === 0 ? changedToo : `Changed in another tab too: ${fields.join(', ').toLowerCase()}. What that tab saved is shown.`,
  deleted: 'Deleted in another tab while you changed it.',
  changedAndDeleted: 'Changed in another tab, so it was not deleted.',
  refused: (reason: string) => inTheWay[reason] ?? changedToo,
  undoRefused: (reason: string) => inTheWayOfUndo[reason] ?? changedSince,
  yours: 'Yours',
  useMine: 'Use mine',
  nothing: 'empty',
  unsure: 'unsure',
  sure: 'not unsure',
} as const;

/** What a field of a record is called. */
export const fieldName = (field: string): string => (field.startsWith('acknowledged.') ? 'Acknowledgement' : (names[field] ?? field));
