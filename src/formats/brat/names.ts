/** True for a value that fits into an attribute line: no spaces, no signs with a meaning of their own. */
export const isPlain = (value: string): boolean => /^[\p{L}\p{N}_.-]+$/u.test(value);

// Ids have no low lines, so that the name can be taken apart again.
/** The name of an attribute of a type: the names of all types share one list. */
export const attributeName = (type: string, attribute: string): string => `${type}_${attribute}`;

/** The attribute in such a name, of this type; the name itself where it is another one. */
export const attributeIn = (name: string, type: string): string => (name.startsWith(`${type}_`) ? name.slice(type.length + 1) : name);

const prefix = 'Attest_';

/** The type of the note that holds a value which fits into no attribute line. */
export const noteType = (attribute: string): string => `${prefix}${attribute}`;

/** The attribute whose value a note of this type holds; `null` for another note. */
export const attributeOfNote = (type: string): string | null => (type.startsWith(prefix) ? type.slice(prefix.length) : null);
