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

const lines: Readonly<Record<string, string>> = { solid: 'solid line', dashed: 'dashed line', dotted: 'dotted line', box: 'box' };
const tags = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`);

/** Words of the codebook's screen. */
export const codebookMessages = {
  title: 'Codebook',
  head: (title: string, version: string) => `${title} ${version}`,
  export: 'Export',
  replace: 'Replace by a file…',
  inUse: 'In use for new tags.',
  types: 'Types',
  line: (line: string) => lines[line] ?? line,
  key: 'Key',
  attributes: 'Attributes',
  required: 'required',
  relations: 'Links',
  ends: (from: readonly string[], to: readonly string[]) => `${from.join(', ')} → ${to.join(', ')}`,
  versions: 'Versions here',
  use: 'Use for new tags',
  take: (ref: string) => `Use ${ref} for new tags`,
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
  tooLow: (version: string, needed: string) => ({
    reason: `Version ${version} is too low for what has changed.`,
    fix: `Call it ${needed} or higher, so that every tag can name what it was made under.`,
  }),
  replaced: (ref: string) => `New tags are made under ${ref}.`,
  unclear: 'Unclear rules',
  unclearHelp: 'Where reviewers said that the rule is unclear.',
  somebody: 'Somebody without a name',
  recheck: 'Look at again',
  recheckHelp: 'These tags were made under an older version, and what has changed may matter to them. None was changed.',
  recheckNone: 'No tag of yours is affected by what changed since it was made.',
  recheckGroup: (change: Change, count: number) => `${codebookMessages.change(change)}, ${tags(count)}`,
  keep: 'Keep as it is',
  keepAll: (count: number) => `Keep all ${count} as they are`,
  bring: 'Bring to the new version',
  bringAll: (count: number) => (count === 1 ? 'Bring 1 to the new version' : `Bring ${count} to the new version`),
  notLegal: 'Its value or a link is not in the new version: change it first, or keep it.',
  kept: (from: string, to: string) => `Kept under ${from} after ${to} came.`,
  didKeep: (count: number) => (count === 1 ? '1 tag kept as it is' : `${count} tags kept as they are`),
  didBring: (count: number) => (count === 1 ? '1 tag brought to the new version' : `${count} tags brought to the new version`),
} as const;
