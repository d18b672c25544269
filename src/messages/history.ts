/** Words of the history of a tag. */
export const historyMessages = {
  title: 'History',
  looking: 'Looking…',
  made: (words: string) => `Made: “${words}”`,
  deleted: 'Deleted',
  changed: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  link: (type: string, words: string) => `Link added: ${type} “${words}”`,
  unlinked: (type: string, words: string) => `Link removed: ${type} “${words}”`,
  moved: (type: string) => `Link changed: ${type}`,
  empty: 'empty',
  other: 'changed',
  undone: (action: string) => `undone or done again: ${action}`,
  offered: 'from an offer',
  imported: (checksum: string) => `from a file, checksum ${checksum.slice(0, 8)}`,
  gone: 'a tag that is gone',
} as const;
