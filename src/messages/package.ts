const mend = 'Ask for the file again; it was changed after it was exported.';

/** What is said about files that cannot be taken as they are. */
export const packageMessages = {
  tooLarge: { reason: 'The file is larger than 64 MB.', fix: 'Export fewer articles at a time.' },
  notUtf8: { reason: 'The file is not UTF-8 text.', fix: 'Choose the .attest.json file that Attest exported.' },
  byteOrderMark: { reason: 'The file begins with a byte order mark.', fix: 'Save it again as UTF-8 without a byte order mark.' },
  notJson: (detail: string) => ({ reason: `The file is not JSON: ${detail}.`, fix: 'It may be cut short. Ask for it again.' }),
  tooDeep: { reason: 'The file is nested more than 64 levels deep.', fix: 'This is not a file that Attest wrote.' },
  forbiddenKey: (key: string) => ({ reason: `The name “${key}” is not allowed.`, fix: 'This is not a file that Attest wrote.' }),
  notPackage: { reason: 'This is JSON, but not an Attest package.', fix: 'Choose the .attest.json file that Attest exported.' },
  newer: (version: unknown) => ({
    reason: `The file has format version ${String(version)}; this Attest reads version 1.`,
    fix: 'Open it with a newer Attest.',
  }),
  schema: (reason: string) => ({ reason, fix: mend }),
  checksum: { reason: 'The checksum does not fit the contents.', fix: mend },
  textHash: { reason: 'The text is not the one its hash names.', fix: mend },
  textLength: (length: number) => ({ reason: `The text is ${length} UTF-16 units long, not as stated.`, fix: mend }),
  textMissing: { reason: 'The text has neither content nor a reason why it is withheld.', fix: mend },
  illFormed: { reason: 'The words hold half a surrogate pair.', fix: mend },
  outside: (start: number, end: number, length: number) => ({
    reason: `${start}–${end} is not a stretch of a text of ${length} UTF-16 units.`,
    fix: mend,
  }),
  words: (found: string) => ({ reason: `The words do not stand there; the text says “${found}”.`, fix: mend }),
  context: { reason: 'The words before or after are not those of the text.', fix: mend },
  grapheme: { reason: 'The edge cuts a character in two.', fix: mend },
  order: { reason: 'The parts are out of order or touch.', fix: mend },
  zones: { reason: 'The zones are out of order or overlap.', fix: mend },
  duplicate: (id: string) => ({ reason: `The id ${id} occurs twice.`, fix: mend }),
  unsorted: { reason: 'The records are not sorted by id.', fix: mend },
  unknown: (what: string, id: string) => ({ reason: `The ${what} ${id} is not in the file.`, fix: mend }),
  otherSet: { reason: 'The link joins annotations of two sets.', fix: mend },
} as const;
