import { jsonFileMessages } from './json-file.ts';

const again = 'Mend it in the file.';

/** What is said of files of agreement cases that cannot be taken. */
export const casesFileMessages = {
  ...jsonFileMessages(again),
  tooLarge: { reason: 'The file is larger than 40 MB.', fix: 'Put fewer cases into it.' },
  tooWide: { reason: 'More than 10,000 members or 1,000,000 items stand in one place.', fix: 'Put fewer cases into it.' },
  schema: (reason: string) => ({ reason: `This is no case that can be measured: ${reason}.`, fix: again }),
  line: (id: string, value: string) => `${id}: ${value}`,
  undefinedBecause: (id: string, reason: string) => `${id}: undefined. ${reason}`,
} as const;
