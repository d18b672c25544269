import { libraryMessages } from './library.ts';

const tags = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`);

/** Why a text is not taken as a newer version, by reason. */
const refusals: Readonly<Record<string, string>> = {
  known: 'This text is here already, as a version of this article.',
};

const differences: Readonly<Record<string, string>> = {
  words: 'Other words',
  number: 'Another number',
  negation: 'Denied or doubted',
  typography: 'Set otherwise',
  place: 'Perhaps another place',
};

/** Words of the panel of versions and of the tags that wait on older ones. */
export const queueMessages = {
  title: 'Versions',
  help: 'When an article was corrected, add its new text here. Tags whose words stand there unchanged come along; the others wait for you.',
  number: (at: number, of: number) => `Version ${at} of ${of}`,
  newest: 'newest',
  shown: 'shown',
  since: (date: string) => `since ${date}`,
  read: (at: number) => `Read version ${at}`,
  add: 'Add a newer version',
  paste: 'Paste the new text',
  file: 'Choose a file',
  take: 'Take as the newest version',
  refused: (reason: string) => refusals[reason] ?? libraryMessages.refusal(reason),
  added: (moved: number, waiting: number) =>
    waiting === 0
      ? `New version added; ${tags(moved)} came along`
      : `New version added; ${tags(moved)} came along, ${waiting} wait for you`,
  meetsUnsaved: 'Something is not saved yet. Try again once it is.',
  comparing: 'Comparing both texts…',
  queue: 'Waiting',
  nothingWaits: 'No tag waits on an older version.',
  decide: 'For each: select where it stands now, or take the place that is selected for you.',
  sure: (count: number) => (count === 1 ? '1 tag stands here word for word' : `${count} tags stand here word for word`),
  placeSure: (count: number) => (count === 1 ? 'Put it in place' : `Put all ${count} in place`),
  was: 'Was',
  now: 'Now',
  lost: 'Not found in this version. It stood here:',
  alike: (share: number) => `${share} % alike`,
  difference: (kind: string) => differences[kind] ?? kind,
  place: 'Put it at the selected words',
  leave: 'Leave behind',
  selectFirst: 'Select the words in the text first.',
  placed: (left: number) => (left === 0 ? 'In place. No tag waits any more' : `In place. ${tags(left)} left`),
  left: (left: number) => (left === 0 ? 'Left behind. No tag waits any more' : `Left behind. ${tags(left)} left`),
  leftReason: 'Left on the version it was made on',
  leftBehind: (count: number) => `Left behind (${count})`,
  takeUp: 'Ask again',
} as const;
