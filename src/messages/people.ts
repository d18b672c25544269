/** Words of the people who work here and of their sets. */
export const peopleMessages = {
  people: 'People and sets',
  mine: 'On this machine',
  others: 'Sets of others',
  you: 'You',
  unnamed: 'Somebody without a name',
  goldOf: (name: string) => `Gold set by ${name}`,
  yourGold: 'Your gold set',
  name: 'Name',
  another: 'Another person on this machine',
  show: (name: string) => `Show the set of ${name}`,
  review: (name: string) => `Review ${name}`,
  thisIsMe: 'This is me',
  setCounts: (tags: number) => `${tags} ${tags === 1 ? 'tag' : 'tags'}`,
} as const;
