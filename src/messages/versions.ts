/** What is said of the versions of an article wherever one is. */
export const versionMessages = {
  open: 'Versions of the text',
  older: (at: number, of: number) => `You read version ${at} of ${of}. It stays as it was; tags are changed in the newest.`,
  toNewest: 'To the newest version',
  waiting: (count: number) => (count === 1 ? '1 tag of an older version waits' : `${count} tags of an older version wait`),
  like: (title: string) => `“${title}” is here already, with another text.`,
  join: 'It is a newer version of that',
} as const;
