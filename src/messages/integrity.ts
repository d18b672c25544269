const plural = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const kinds: Readonly<Record<string, string>> = {
  'text-words': 'A text is not the one its hash names',
  'text-missing': 'A text is missing',
  'text-stray': 'There are words of a text that is not in the project',
  'entry-changed': 'An action in the journal is not what its hash says',
  'entry-gap': 'The journal has a gap',
  'entry-unfit': 'An action in the journal does not fit what came before it',
  'record-other': 'A record is not as the journal made it',
  'record-missing': 'A record that the journal made is missing',
  'record-stray': 'There is a record that no action made',
  page: 'The index of a page of tags is wrong',
  counter: 'A counter is wrong',
  'file-line': 'The second copy has damaged lines',
  'file-behind': 'The second copy lacks actions',
  'file-other': 'The second copy tells something else',
  snapshot: 'The newest earlier state cannot be read',
};

const brokenRules: Readonly<Record<string, string>> = {
  'sets/author': 'A set names an unknown author',
  'articles/text': 'An article names an unknown text',
  'articles/zones': 'The zones of an article overlap or lie outside its text',
  'annotations/text': 'A tag lies on an unknown text',
  'annotations/set': 'A tag belongs to an unknown set',
  'annotations/author': 'A tag names an unknown author',
  'annotations/codebook': 'A tag names an unknown codebook',
  'annotations/type': 'A tag has a type its codebook does not know',
  'annotations/attribute': 'A tag has an attribute its codebook does not know',
  'annotations/entity': 'A tag names an unknown entry of the register',
  'annotations/outside': 'A tag lies outside its text',
  'annotations/words': 'Other words stand where a tag lies',
  'annotations/grapheme': 'The edge of a tag cuts a character',
  'annotations/context': 'Other words stand before or after a tag',
  'annotations/order': 'The parts of a tag are out of order',
  'relations/end': 'A link leads nowhere',
  'relations/set': 'A link joins two sets',
  'relations/text': 'A link names another text than its tags',
  'relations/author': 'A link names an unknown author',
  'relations/type': 'A link joins tags its type does not allow',
  'relations/order': 'The path of a statement has a gap',
  'reviews/text': 'A review is about an unknown text',
  'reviews/set': 'A review is about an unknown set',
  'reviews/author': 'A review names an unknown author',
  'reviews/verdict': 'An answer names an unknown verdict',
};

interface Found {
  readonly kind: string;
  readonly detail: string;
}

interface Report {
  readonly at: string;
  readonly findings: readonly Found[];
  readonly texts: number;
  readonly tags: number;
  readonly links: number;
  readonly actions: number;
  readonly files: number;
}

const sentence = ({ kind, detail }: Found): string =>
  (kind === 'rule' ? brokenRules[detail.split(' ')[0] ?? ''] : kinds[kind]) ?? 'Something contradicts the rest';

const looked = ({ texts, tags, links, actions, files }: Report): string =>
  [
    plural(texts, 'text', 'texts'),
    plural(tags, 'tag', 'tags'),
    plural(links, 'link', 'links'),
    plural(actions, 'action', 'actions'),
    ...(files > 0 ? [plural(files, 'file of the second copy', 'files of the second copy')] : []),
  ].join(', ');

/** Words of the integrity check. */
export const integrityMessages = {
  integrity: 'Integrity',
  integrityHelp: 'Verifies every hash, every word a tag lies on, every link, every counter, and the second copy.',
  check: 'Check integrity',
  good: 'Nothing is wrong.',
  looked: (report: Report) => `Looked at ${looked(report)}.`,
  found: (count: number) => `${plural(count, 'thing is', 'things are')} wrong.`,
  finding: sentence,
  moreFindings: (count: number) => `and ${count.toLocaleString('en')} more, all in the report`,
  goTo: 'Look at it',
  saveReport: 'Save report',
  countAnew: 'Count anew',
  restartHelp: 'Make a backup, then reload: a start repairs the second copy from the database and the other way round.',
  reportLines: (report: Report): readonly string[] => [
    'Attest: integrity check',
    report.at,
    `Looked at ${looked(report)}.`,
    ...(report.findings.length === 0 ? ['Nothing is wrong.'] : report.findings.map((found) => `${sentence(found)}: ${found.detail}`)),
  ],
} as const;
