const again = 'Mend it in the file and run the command again.';

/** What is said of files of re-anchoring cases that cannot be taken. */
export const anchorCasesMessages = {
  tooLarge: { reason: 'The file is larger than 100 MB.', fix: 'Put fewer cases into it.' },
  notUtf8: { reason: 'The file is not UTF-8 text.', fix: 'Save it as UTF-8, or choose another file.' },
  byteOrderMark: { reason: 'The file begins with a byte order mark.', fix: 'Save it again as UTF-8 without a byte order mark.' },
  notJson: (detail: string) => ({ reason: `The file is not JSON: ${detail}.`, fix: again }),
  tooDeep: { reason: 'The file is nested more than 64 levels deep.', fix: 'This is no list of cases.' },
  tooWide: { reason: 'More than 10,000 members or 1,000,000 cases stand in one place.', fix: 'Put fewer cases into the file.' },
  tooLong: { reason: 'One string has more than 5,000,000 UTF-16 units.', fix: 'Leave this case out.' },
  forbiddenKey: (key: string) => ({ reason: `The name “${key}” is not allowed.`, fix: again }),
  illFormed: { reason: 'The words hold half a surrogate pair.', fix: again },
  notCases: { reason: 'This is JSON, but not a list of cases.', fix: 'Write a list: [{ id, text, editedText, selector }].' },
  schema: (reason: string) => ({ reason, fix: again }),
  words: (start: number, end: number, found: string) => ({
    reason: `The words do not stand at ${start}–${end} of the text, which says “${found.slice(0, 60)}”, nor at one place only.`,
    fix: again,
  }),
} as const;
