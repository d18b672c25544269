const again = 'Mend it in the file.';

/** What is said of files of agreement cases that cannot be taken. */
export const casesFileMessages = {
  tooLarge: { reason: 'The file is larger than 40 MB.', fix: 'Put fewer cases into it.' },
  notUtf8: { reason: 'The file is not UTF-8 text.', fix: 'Save it as UTF-8.' },
  byteOrderMark: { reason: 'The file begins with a byte order mark.', fix: 'Save it again as UTF-8 without a byte order mark.' },
  notJson: (detail: string) => ({ reason: `The file is not JSON: ${detail}.`, fix: again }),
  tooDeep: { reason: 'The file is nested more than 64 levels deep.', fix: again },
  tooWide: { reason: 'More than 10,000 members or 1,000,000 items stand in one place.', fix: 'Put fewer cases into it.' },
  tooLong: { reason: 'One string has more than 5,000,000 UTF-16 units.', fix: again },
  forbiddenKey: (key: string) => ({ reason: `The name “${key}” is not allowed.`, fix: again }),
  illFormed: { reason: 'The words hold half a surrogate pair.', fix: again },
  schema: (reason: string) => ({ reason: `This is no case that can be measured: ${reason}.`, fix: again }),
  line: (id: string, value: string) => `${id}: ${value}`,
  undefinedBecause: (id: string, reason: string) => `${id}: undefined. ${reason}`,
} as const;
