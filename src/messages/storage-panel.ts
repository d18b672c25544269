const plural = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const minute = 60_000;

/** How long ago something was, in words; `milliseconds` may be below 0 where a clock was set back. */
function age(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${plural(minutes, 'minute', 'minutes')} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${plural(hours, 'hour', 'hours')} ago` : `${plural(Math.floor(hours / 24), 'day', 'days')} ago`;
}

const parts: Readonly<Record<string, string>> = {
  databases: 'the database with articles, tags, links and journal',
  files: 'the second copy and all earlier states',
  marks: 'what was remembered about this tab and its columns',
  program: 'the copy of Attest for working offline',
  list: 'the entry in the list of projects',
};

/** Words of the panel "Storage and backup" and of the page at the end of a project. */
export const storageMessages = {
  title: 'Storage and backup',
  where: 'Where the data is',
  whereText: (address: string) => `In this browser, at ${address}. Nothing is sent anywhere.`,
  copies: {
    both: 'Everything saved is kept twice: in the browser’s database and in a journal beside it.',
    database: 'This browser allows no second copy beside its database. Make a backup now and then.',
    journal: 'The browser’s database cannot be opened. Everything is kept in the second copy alone until it can.',
    none: 'This browser keeps no data here, as in a private window. Export before you close it.',
  },
  kept: 'The browser has promised to keep it.',
  notKept: 'The browser has not promised to keep it: it may delete it when space runs short.',
  backup: 'Backup',
  backUpNow: 'Back up now',
  backupHelp: 'One file with everything, the journal of all actions included.',
  noBackup: 'There is no backup yet.',
  lastBackup: (age: string) => `Last backup ${age}`,
  inFolder: (folder: string, file: string) => `${file} in ${folder}`,
  allInBackup: 'Everything is in it.',
  unsavedElsewhere: (count: number) => `${plural(count, 'action is', 'actions are')} in no backup.`,
  reminder: (age: string | null, count: number) =>
    age === null ? `${plural(count, 'action', 'actions')}, no backup yet` : `Last backup ${age}`,
  age,
  offer: 'Already saved. Back up?',
  chooseFolder: 'Choose a backup folder…',
  chooseFolderHelp: 'After each pause in your work the folder gets a fresh copy of the project.',
  folder: (name: string) => `Backup folder: ${name}`,
  folderStates: {
    ready: 'It gets a fresh copy after each pause in your work.',
    writing: 'Writing…',
    ask: 'The browser wants you to allow it again.',
    failed: 'The last copy could not be written there. The one before it is still good.',
  },
  folderLapsed: 'The backup folder is not written to',
  allowFolder: 'Allow again',
  tryFolder: 'Write now',
  otherFolder: 'Another folder…',
  forgetFolder: 'Stop',
  openBackup: 'Open a backup…',
  openBackupShort: 'Open a backup',
  moved: 'Worked elsewhere before?',
  missing: 'A project was kept here and cannot be found. If you have a backup, open it.',
  opening: 'Opening the backup…',
  earlier: 'Earlier states',
  earlierHelp: 'Kept beside the journal: one for each of the last 24 hours of work and 14 days.',
  noEarlier: 'None yet. The first is kept at the next start.',
  earlierState: (when: string, actions: number) => `${when}, ${plural(actions, 'action', 'actions')}`,
  saveCopy: 'Save a copy',
  downloaded: (fileName: string) => `Backup in your downloads: ${fileName}`,
  withoutJournal: (fileName: string) =>
    `The journal is damaged, so the backup holds everything but the journal: ${fileName}. Check integrity.`,
  tooLarge: 'The project is too large for one file. Export set by set.',
  working: (job: string) =>
    job === 'check' ? 'Checking' : job === 'journal' ? 'Reading the journal' : job === 'open' ? 'Opening the backup' : 'Making the backup',
  cancel: 'Cancel',
  journal: 'Journal',
  journalHelp:
    'Every action since the first: who, when, what stood there before and after. Each line carries the hash of the one before it.',
  saveJournal: 'Save the journal',
  journalSaved: (fileName: string) => `Journal in your downloads: ${fileName}`,
  erase: 'Erase',
  askErase: 'Erase this project…',
  eraseWhat: ({ articles, tags, links, days }: { articles: number; tags: number; links: number; days: number }) =>
    `This erases ${plural(articles, 'article', 'articles')}, ${plural(tags, 'tag', 'tags')} and ${plural(links, 'link', 'links')}, the work of ${plural(days, 'day', 'days')}, with the journal and all earlier states.`,
  eraseFinal: 'It cannot be undone.',
  backUpFirst: 'Back up first',
  eraseYes: 'Erase everything',
  eraseNo: 'Keep the project',
  erasing: 'Erasing…',
  erased: 'The project is erased',
  notErased: 'Not everything could be erased',
  gone: 'Gone from this browser',
  left: 'Still here',
  leftHelp: 'Close all other tabs of Attest and try again.',
  part: (part: string) => parts[part] ?? part,
  tryAgain: 'Try again',
  outOfReach: 'What Attest cannot reach',
  outOfReachList: [
    'backups in your backup folder and your downloads',
    'copies that colleagues have',
    'traces on the disk until other data is written over them',
  ],
  startAnew: 'Start anew',
  endedElsewhere: 'This project was erased in another tab',
  endedElsewhereHelp: 'Nothing more is written here.',
} as const;
