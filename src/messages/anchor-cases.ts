import { jsonFileMessages } from './json-file.ts';

const again = 'Mend it in the file and run the command again.';

/** What is said of files of re-anchoring cases that cannot be taken. */
export const anchorCasesMessages = {
  ...jsonFileMessages(again),
  tooLarge: { reason: 'The file is larger than 100 MB.', fix: 'Put fewer cases into it.' },
  tooWide: { reason: 'More than 10,000 members or 1,000,000 cases stand in one place.', fix: 'Put fewer cases into the file.' },
  notCases: { reason: 'This is JSON, but not a list of cases.', fix: 'Write a list: [{ id, text, editedText, selector }].' },
  words: (start: number, end: number, found: string) => ({
    reason: `The words do not stand at ${start}–${end} of the text, which says “${found.slice(0, 60)}”, nor at one place only.`,
    fix: again,
  }),
} as const;
