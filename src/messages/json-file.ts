/** What is said of any file that is no sound JSON; `mend` says what to do about what stands in it. */
export const jsonFileMessages = (mend: string) => ({
  notUtf8: { reason: 'The file is not UTF-8 text.', fix: 'Save it as UTF-8, or choose another file.' },
  byteOrderMark: { reason: 'The file begins with a byte order mark.', fix: 'Save it again as UTF-8 without a byte order mark.' },
  notJson: (detail: string) => ({ reason: `The file is not JSON: ${detail}.`, fix: mend }),
  tooDeep: { reason: 'The file is nested more than 64 levels deep.', fix: mend },
  tooLong: { reason: 'One string has more than 5,000,000 UTF-16 units.', fix: mend },
  forbiddenKey: (key: string) => ({ reason: `The name “${key}” is not allowed.`, fix: mend }),
  illFormed: { reason: 'The words hold half a surrogate pair.', fix: mend },
  schema: (reason: string) => ({ reason, fix: mend }),
});
