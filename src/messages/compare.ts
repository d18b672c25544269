const kinds: Readonly<Record<string, string>> = {
  same: 'the same',
  missing: 'missing',
  extra: 'extra',
  boundary: 'other edges',
  type: 'another type',
  attribute: 'another value',
  link: 'another link',
  source: 'another source',
};
const tidy: Readonly<Record<string, string>> = { marks: 'marks', articles: 'articles', spaces: 'spaces' };
const changes: Readonly<Record<string, string>> = {
  missing: 'only the first has it',
  extra: 'the first has not got it',
  target: 'to another tag',
  relation: 'of another kind',
  order: 'in another order',
};

/** What is said of several sets over the same texts. */
export const compareMessages = {
  kind: (kind: string) => kinds[kind] ?? kind,
  line: (title: string, place: string, words: string, said: string) => `${title} ${place} “${words}”: ${said}`,
  lacks: (type: string, kind: string, names: readonly string[]) => `${type} ${kinds[kind] ?? kind}, not tagged by ${names.join(', ')}`,
  readings: (kind: string, readings: readonly string[]) => `${kinds[kind] ?? kind}: ${readings.join('; ')}`,
  reading: (names: readonly string[], value: string | null) => `${names.join(', ')} ${value ?? '–'}`,
  edges: (units: number, only: readonly string[] | null) =>
    `${kinds.boundary}: ${units === 1 ? '1 character differs' : `${units} characters differ`}${only?.length ? `, only ${only.map((one) => tidy[one] ?? one).join(', ')}` : ''}`,
  link: (relation: string, change: string) => `link “${relation}”: ${changes[change] ?? change}`,
  nothing: 'The sets do not differ.',
  unnamed: 'somebody without a name',
  tooFewSets: { reason: 'There are not two sets to compare.', fix: 'Name packages that hold at least two sets.' },
  noCommonText: { reason: 'No text is in two of the sets.', fix: 'Name packages about the same articles.' },
  noPolicy: (policies: string) => ({ reason: 'Who decides is missing or unknown.', fix: `Name it with --policy: ${policies}.` }),
  adjudicated: (tags: number, open: number) =>
    `${tags === 1 ? '1 tag' : `${tags} tags`} decided, ${open === 1 ? '1 difference is' : `${open} differences are`} open`,
  grewApart: (set: string) => ({
    reason: `The files hold two copies of the set ${set} that grew apart.`,
    fix: 'Import them first and decide what goes, then export again.',
  }),
} as const;
