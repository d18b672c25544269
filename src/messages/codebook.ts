const again = 'Mend it in the file and choose it again.';

interface Change {
  readonly what: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: string;
  readonly fields: readonly string[];
}

const things: Readonly<Record<string, string>> = {
  codebook: 'Codebook',
  type: 'Type',
  attribute: 'Attribute',
  value: 'Value',
  relation: 'Link',
  check: 'Check',
  'entity-field': 'Register field',
};

const kinds: Readonly<Record<string, string>> = {
  added: 'new',
  removed: 'removed',
  redefined: 'redefined',
  widened: 'allows more',
  reworded: 'other words or looks',
};

const fieldNames: Readonly<Record<string, string>> = {
  attributes: 'attributes',
  agreement: 'counted in agreement',
  colour: 'colour',
  crossArticle: 'across articles',
  default: 'value when unset',
  description: 'definition',
  example: 'example',
  exclude: 'what is not meant',
  from: 'where it begins',
  group: 'place on the card',
  help: 'help',
  include: 'what is meant',
  key: 'key',
  label: 'name',
  language: 'language',
  level: 'level',
  letter: 'letter',
  line: 'line',
  outsideScale: 'outside the scale',
  purpose: 'purpose',
  required: 'required',
  sameType: 'same type at both ends',
  span: 'which words',
  symmetric: 'both ways',
  title: 'name',
  to: 'where it leads',
  transitive: 'passed on',
  type: 'kind of entry',
  values: 'values',
};

const schemes: Readonly<Record<string, string>> = { light: 'light', dark: 'dark' };
const lines: Readonly<Record<string, string>> = { solid: 'solid line', dashed: 'dashed line', dotted: 'dotted line', box: 'box' };
const tags = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`);

/** Words of the codebook's screen, and what is said of codebook files that cannot be taken. */
export const codebookMessages = {
  title: 'Codebook',
  head: (title: string, version: string) => `${title} ${version}`,
  export: 'Export',
  replace: 'Replace by a file…',
  inUse: 'In use for new tags.',
  types: 'Types',
  line: (line: string) => lines[line] ?? line,
  key: 'Key',
  definition: 'Definition',
  include: 'Include',
  exclude: 'Leave out',
  span: 'Which words',
  example: 'For example',
  attributes: 'Attributes',
  required: 'required',
  freeText: 'Free text.',
  register: 'An entry in the register.',
  relations: 'Links',
  ends: (from: readonly string[], to: readonly string[]) => `${from.join(', ')} → ${to.join(', ')}`,
  versions: 'Versions here',
  use: 'Use for new tags',
  useOf: (ref: string) => `Use ${ref} for new tags`,
  help: (label: string) => `What is ${label}?`,
  noHelp: 'The codebook says no more about it.',
  madeUnder: (version: string) => `Made under version ${version}.`,
  bringOne: (version: string) => `Bring to ${version}`,
  previewTitle: 'Replace the codebook?',
  previewFrom: (from: string, to: string) => `${from} → ${to}`,
  previewHelp: 'New tags will be made under it. Every tag that is here stays as it is, under the version it was made under.',
  previewSame: 'This is the codebook that is in use already.',
  previewNothing: 'Nothing changes but the version.',
  apply: 'Replace',
  cancel: 'Cancel',
  close: 'Close',
  changes: 'What changes',
  level: (level: string) => ({ major: 'Removed or redefined', minor: 'New', patch: 'Wording and looks' })[level] ?? level,
  /** One change in a line: “Value quantity of claim, kind: removed”. */
  change: ({ what, path, label, kind, fields }: Change) => {
    const within = path.length > 1 ? ` (${path.slice(0, -1).join(', ')})` : '';
    const which = fields.map((field) => fieldNames[field] ?? field).join(', ');
    return `${things[what] ?? what} “${label}”${within}: ${kinds[kind] ?? kind}${which === '' ? '' : ` (${which})`}`;
  },
  refusedTitle: 'This codebook cannot be used',
  refused: (name: string) => `${name} was not taken. Nothing was changed.`,
  more: (count: number) => `And ${count} more.`,
  wholeFile: 'the file',
  tooLow: (version: string, needed: string) => ({
    reason: `Version ${version} is too low for what has changed.`,
    fix: `Call it ${needed} or higher, so that every tag can name what it was made under.`,
  }),
  replaced: (ref: string) => `New tags are made under ${ref}.`,
  recheck: 'Look at again',
  recheckHelp: 'These tags were made under an older version, and what has changed may matter to them. None was changed.',
  recheckNone: 'No tag of yours is affected by what changed since it was made.',
  recheckGroup: (change: Change, count: number) => `${codebookMessages.change(change)}, ${tags(count)}`,
  keep: 'Keep as it is',
  keepAll: (count: number) => (count === 1 ? 'Keep it as it is' : `Keep all ${count} as they are`),
  bring: 'Bring to the new version',
  bringAll: (count: number) => (count === 1 ? 'Bring 1 to the new version' : `Bring ${count} to the new version`),
  notLegal: 'Its value or a link is not in the new version: change it first, or keep it.',
  kept: (from: string, to: string) => `Kept under ${from} after ${to} came.`,
  didKeep: (count: number) => (count === 1 ? '1 tag kept as it is' : `${count} tags kept as they are`),
  didBring: (count: number) => (count === 1 ? '1 tag brought to the new version' : `${count} tags brought to the new version`),
  file: {
    tooLarge: { reason: 'The file is larger than 2 MB.', fix: 'A codebook is a few kilobytes; choose another file.' },
    notUtf8: { reason: 'The file is not UTF-8 text.', fix: 'Save it as UTF-8, or choose another file.' },
    byteOrderMark: { reason: 'The file begins with a byte order mark.', fix: 'Save it again as UTF-8 without a byte order mark.' },
    notJson: (detail: string) => ({ reason: `The file is not JSON: ${detail}.`, fix: again }),
    tooDeep: { reason: 'The file is nested more than 64 levels deep.', fix: 'This is not a codebook.' },
    forbiddenKey: (key: string) => ({ reason: `The name “${key}” is not allowed.`, fix: again }),
    illFormed: { reason: 'The words hold half a surrogate pair.', fix: again },
    notCodebook: { reason: 'This is JSON, but not a codebook.', fix: 'Choose a file that Attest exported as a codebook.' },
    newer: (version: number) => ({
      reason: `The file has format version ${version}; this Attest reads version 1.`,
      fix: 'Open it with a newer Attest.',
    }),
    schema: (reason: string) => ({ reason, fix: again }),
    name: { reason: 'This is no id.', fix: 'Use up to 40 small letters, digits and hyphens, a letter first.' },
    version: { reason: 'This is no version.', fix: 'Write three numbers with points, such as 1.2.0.' },
    twice: (member: string, value: string) => ({ reason: `The ${member} “${value}” occurs twice.`, fix: 'Give each its own.' }),
    tooManyTypes: (most: number) => ({
      reason: `There are more than ${most} types.`,
      fix: 'More lines cannot be told apart without colour.',
    }),
    letter: { reason: 'The letter of a type is one character.', fix: again },
    fixedKey: (type: string, key: string) => ({ reason: `The key of ${type} is ${key}, in every codebook.`, fix: `Write “${key}”.` }),
    takenKey: (key: string) => ({
      reason: `The key “${key}” is not free: Attest needs it itself, or it is no small letter.`,
      fix: 'Take i or x.',
    }),
    box: { reason: 'The box belongs to sources, and to them alone.', fix: 'Choose another line: solid, dashed or dotted.' },
    notColour: (colour: string) => ({ reason: `“${colour}” is no colour.`, fix: 'Write # and six hexadecimal digits, such as #b54708.' }),
    faintLine: (found: string, on: string, scheme: string) => ({
      reason: `The line has a contrast of ${found} on ${on === 'tint' ? 'its own tint' : `the ${on}`} in ${schemes[scheme] ?? scheme} colours; it must have 4.5.`,
      fix: scheme === 'light' ? 'Take a darker colour.' : 'Take a lighter colour.',
    }),
    faintWords: (found: string, scheme: string) => ({
      reason: `Words have a contrast of ${found} on this tint in ${schemes[scheme] ?? scheme} colours; they must have 4.5.`,
      fix: scheme === 'light' ? 'Take a lighter tint.' : 'Take a darker tint.',
    }),
    noValues: { reason: 'There is nothing to choose from.', fix: 'Give it values, or make it text.' },
    needlessValues: { reason: 'Only a choice has values.', fix: 'Make it an enum, or take the values away.' },
    unknownValue: (value: string) => ({ reason: `There is no value “${value}”.`, fix: again }),
    digit: (key: string) => ({ reason: `The key “${key}” is not a digit from 1 to 9.`, fix: again }),
    unknownType: (type: string) => ({ reason: `There is no type “${type}”.`, fix: again }),
    noTypes: { reason: 'A link needs a type at both ends.', fix: again },
    linkKey: (key: string) => ({ reason: `The key “${key}” makes no links.`, fix: 'Write b or v, or leave it out.' }),
    unknownCheck: (id: string) => ({
      reason: `This Attest has no check “${id}”.`,
      fix: 'Take it out, or open the file with a newer Attest.',
    }),
    needsType: (id: string) => ({ reason: `The type ${id} is missing.`, fix: 'Attest works with claim, quote and source; add it.' }),
    needsAttribute: (id: string, values: readonly string[]) => ({
      reason: `The attribute ${id} is missing${values.length > 0 ? `, or one of its values ${values.join(', ')}` : ', or is no entry of the register'}.`,
      fix: 'Attest sets it itself; add it.',
    }),
    needsRelation: (id: string, from: string, to: string) => ({
      reason: `There is no link ${id} from ${from} to ${to}.`,
      fix: 'Attest makes it itself; add it.',
    }),
  },
} as const;
