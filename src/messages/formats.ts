const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`);
const records = (count: number): string => many(count, 'tag or link', 'tags and links');
const tags = (count: number): string => many(count, 'tag', 'tags');
const links = (count: number): string => many(count, 'link', 'links');

const losses: Readonly<Record<string, (count: number) => string>> = {
  journal: (count) => `The journal is left out (${many(count, 'action', 'actions')}).`,
  undecided: (count) =>
    `Where merged packages differ one content goes along; ${many(count, 'other is', 'others are')} left out. Import the package into Attest to decide.`,
  withheld: (count) => `${records(count)} on texts that are withheld: left out.`,
  'line-ends': (count) =>
    `${records(count)}: line ends at the edges of a tag are left out, and parts that only a line end keeps apart become one.`,
  'cross-links': (count) => `${links(count)} between two articles: left out.`,
  order: (count) => `${links(count)}: the order of relays is kept, their numbers are not.`,
  suggested: (count) => `${tags(count)}: which values nobody has confirmed is not carried.`,
  note: (count) => `${tags(count)}: notes are left out.`,
  flag: (count) => `${tags(count)}: the mark “unsure” is left out.`,
  acknowledged: (count) => `${tags(count)}: acknowledged findings are left out.`,
  attributes: (count) => `${tags(count)}: attributes are left out.`,
  origin: (count) => `${tags(count)}: whether made by hand or suggested is not carried.`,
  codebook: (count) => `${tags(count)}: an earlier version of the codebook is not carried.`,
  author: (count) => `${records(count)}: who made them and when is not carried.`,
  ids: (count) => `${records(count)} get new ids when the file is read again, in a set of their own.`,
  guarded: (count) => `${many(count, 'cell', 'cells')} would have run as a formula: an apostrophe stands in front.`,
  cut: (count) => `${many(count, 'cell', 'cells')} longer than a spreadsheet holds: cut, with an ellipsis.`,
  'one-way': (count) => `Made for reading (${tags(count)}); it cannot be imported again.`,
  widened: (count) => `${tags(count)} cut a character in two and were widened to whole characters.`,
  'unit-assumed': (count) => `${tags(count)} carry no words to check: their offsets were counted as this format usually does.`,
  'left-out': (count) => `${many(count, 'thing', 'things')} in the file are no tags or links of an article: left there.`,
  'new-article': (count) => `${many(count, 'text is', 'texts are')} not here yet: added as new articles.`,
};

const units: Readonly<Record<string, string>> = {
  'utf-16': 'UTF-16 units',
  'code-point': 'code points',
  'utf-8': 'UTF-8 bytes',
  grapheme: 'characters as people count them',
};

const again = 'Export it again from the tool it comes from.';

/** What is said about files of other tools. */
export const formatMessages = {
  labels: {
    attest: 'Attest package',
    w3c: 'W3C Web Annotation',
    csv: 'Tables (CSV)',
    markdown: 'Markdown',
    evidence: 'Evidence sheets (HTML)',
    cas: 'UIMA CAS JSON (INCEpTION)',
    brat: 'brat standoff',
    'label-studio': 'Label Studio JSON',
    doccano: 'doccano JSONL',
    hypothesis: 'Hypothesis JSON',
  } as Readonly<Record<string, string>>,
  loss: (facet: string, count: number) => losses[facet]?.(count) ?? `${facet}: ${count}`,
  counting: (unit: string, crlf: number) => `${units[unit] ?? unit}${crlf === 1 ? ', CR LF as one' : ''}`,
  report: (counting: string, fitting: number, of: number) =>
    `Counted in ${counting}, ${fitting} of ${of} quoted passages stand in their place.`,
  unnamed: 'Somebody without a name',
  lossesTitle: 'What these files do not carry',
  tooLarge: { reason: 'The file is larger than 400 MB.', fix: 'Export fewer articles at a time.' },
  byteOrderMark: { reason: 'The file begins with a byte order mark.', fix: 'Save it again as UTF-8 without a byte order mark.' },
  notUtf8: { reason: 'The file is not UTF-8 text.', fix: 'Save it as UTF-8, or choose another file.' },
  notJson: (detail: string) => ({ reason: `The file is not JSON: ${detail}.`, fix: 'It may be cut short. Export it again.' }),
  tooDeep: { reason: 'The file is nested more than 64 levels deep.', fix: 'This is not a file that an annotation tool writes.' },
  tooWide: { reason: 'More than 10,000 members or 1,000,000 records stand in one place.', fix: 'Export fewer articles at a time.' },
  tooLong: { reason: 'One string has more than 5,000,000 UTF-16 units.', fix: 'This is not a file that an annotation tool writes.' },
  forbiddenKey: (key: string) => ({ reason: `The name “${key}” is not allowed.`, fix: 'Take it out of the file and try again.' }),
  illFormed: { reason: 'The words hold half a surrogate pair.', fix: again },
  schema: (reason: string) => ({ reason, fix: again }),
  onePackage: { reason: 'A package is one file.', fix: 'Choose one file at a time.' },
  damagedArchive: {
    reason: 'The archive is damaged, or holds more than 400 MB.',
    fix: 'Export it again, or unpack it and choose the files in it.',
  },
  unknownTogether: {
    reason: 'No format that Attest reads has these files together.',
    fix: 'Choose one package, or all files of one export of another tool.',
  },
  unanchored: (fitting: number, of: number) => ({
    reason: `However they are counted, at most ${fitting} of ${of} quoted passages stand where the files say.`,
    fix: 'Add the very text that was tagged, or export it again with its text.',
  }),
  readAs: (label: string) => `Read as ${label}`,
  decided: 'What reading had to decide',
  nothing: { reason: 'The files hold no annotations.', fix: 'Choose the files that hold texts and tags.' },
  noText: (name: string) => ({ reason: `The article ${name} is not here.`, fix: 'Add the article first, then read the file again.' }),
  unknownType: (type: string, known: string) => ({
    reason: `The codebook has no type “${type}”.`,
    fix: `Use one of ${known}, or choose a codebook that has it.`,
  }),
  unknownLink: (type: string, known: string) => ({
    reason: `The codebook has no link “${type}”.`,
    fix: `Use one of ${known}, or choose a codebook that has it.`,
  }),
  unknownAttribute: (attribute: string, type: string) => ({
    reason: `The codebook has no attribute “${attribute}” for the type “${type}”.`,
    fix: 'Rename it in the file, or choose a codebook that has it.',
  }),
  untyped: { reason: 'The tag does not say what type it is.', fix: 'Name a type for tags without one, or add a label in the tool.' },
  noEnd: (key: string) => ({ reason: `The link leads to “${key}”, which is no tag of the file.`, fix: again }),
  unknownValue: (attribute: string, value: string) => ({
    reason: `The attribute “${attribute}” has no value “${value}” in the codebook.`,
    fix: 'Choose another value in the tool, or a codebook that has it.',
  }),
  linkEnds: (link: string, from: string, to: string) => ({
    reason: `A link “${link}” does not lead from ${from} to ${to}.`,
    fix: 'Turn the link round or take it out in the tool, or choose a codebook that allows it.',
  }),
  otherText: { reason: 'The link joins tags of two articles.', fix: 'Take it out in the tool.' },
  otherSet: { reason: 'The link joins tags of two people.', fix: 'Link tags of one person only.' },
  empty: { reason: 'The tag holds no text: it ends where or before it begins.', fix: 'Take it out of the file, or mark its words again.' },
  overlap: { reason: 'The id occurs twice.', fix: again },
  unknownEntry: (id: string) => ({ reason: `The register has no entry ${id}.`, fix: 'Import the package it comes from first.' }),
  illLine: (reason: string) => ({ reason, fix: 'Mend the line, or export the file again.' }),
  line: (number: number) => `line ${number}`,
  badLine: 'The line is not one that standoff files have.',
  loneText: { reason: 'There is no .txt file of the same name beside it.', fix: 'Choose both files together, or their folder.' },
  annotator: (number: string) => `Label Studio annotator ${number}`,
} as const;
