const names: Readonly<Record<string, readonly [string, string]>> = {
  articles: ['article', 'articles'],
  annotations: ['tag', 'tags'],
  relations: ['link', 'links'],
  sets: ['set', 'sets'],
  authors: ['person', 'people'],
  entities: ['register entry', 'register entries'],
  codebooks: ['codebook', 'codebooks'],
};

const counted = (table: string, count: number): string => `${count} ${names[table]?.[count === 1 ? 0 : 1] ?? table}`;

/** Words of export, import and people. */
export const exchangeMessages = {
  exportTitle: 'Export',
  nameLabel: 'Your name, as colleagues will see it',
  nameHelp: 'It is written into the file. Nothing is sent anywhere.',
  nameButton: 'Export',
  exported: (fileName: string) => `Saved to your downloads as ${fileName}`,
  phrase: 'Checksum phrase',
  phraseHelp: 'Read it out to your colleague: the same four words mean the same file.',
  saveAs: 'Save as…',
  done: 'Done',
  importTitle: 'Import',
  whose: (people: readonly string[]) =>
    people.length === 0 ? 'No set' : `From ${people.map((name) => name || 'somebody without a name').join(', ')}`,
  counts: (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([table, count]) => counted(table, count))
      .join(', ') || 'nothing',
  new: 'New here',
  present: 'Already here',
  replaced: 'Newer than yours, will replace',
  removed: 'No longer in the newer copy, will go',
  kept: 'Differs from yours, yours stays',
  conflicts: (count: number) =>
    `${counted('annotations', count)} ${count === 1 ? 'differs' : 'differ'} from yours, and neither copy comes from the other. Nothing can be imported.`,
  nothingNew: 'Everything in this file is here already.',
  apply: 'Import',
  cancel: 'Cancel',
  refused: (fileName: string) => `${fileName} was not imported. Nothing was changed.`,
  moreFaults: (count: number) => `And ${count} more.`,
  wholeFile: 'the file',
  people: 'People and sets',
  mine: 'On this machine',
  others: 'Sets of others',
  you: 'You',
  unnamed: 'Somebody without a name',
  name: 'Name',
  another: 'Another person on this machine',
  show: (name: string) => `Show the set of ${name}`,
  shown: 'shown',
  thisIsMe: 'This is me',
  setCounts: (tags: number) => counted('annotations', tags),
} as const;
