/** Words with which a tag is handed to an editor. */
export const citationMessages = {
  saidBy: (names: string) => `said by ${names}`,
  claimedBy: (names: string) => `claimed by ${names}`,
  ownVoice: 'in the article’s own voice',
  source: 'source',
  via: (name: string) => `via ${name}`,
  and: ' and ',
  paragraph: (number: number) => `par. ${number}`,
} as const;
