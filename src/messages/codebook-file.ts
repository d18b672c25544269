import { jsonFileMessages } from './json-file.ts';

const again = 'Mend it in the file and choose it again.';

const schemes: Readonly<Record<string, string>> = { light: 'light', dark: 'dark' };

/** What is said of codebook files that cannot be taken. */
export const codebookFileMessages = {
  tooLarge: { reason: 'The file is larger than 2 MB.', fix: 'A codebook is a few kilobytes; choose another file.' },
  ...jsonFileMessages(again),
  tooDeep: { reason: 'The file is nested more than 64 levels deep.', fix: 'This is not a codebook.' },
  tooWide: { reason: 'More than 10,000 members stand in one place.', fix: 'This is not a codebook.' },
  tooLong: { reason: 'One string has more than 5,000,000 UTF-16 units.', fix: 'This is not a codebook.' },
  notCodebook: { reason: 'This is JSON, but not a codebook.', fix: 'Choose a file that Attest exported as a codebook.' },
  newer: (version: number) => ({
    reason: `The file has format version ${version}; this Attest reads version 1.`,
    fix: 'Open it with a newer Attest.',
  }),
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
} as const;
