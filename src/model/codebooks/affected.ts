import type { Annotation, Relation } from '../records.ts';
import type { CodebookChange } from './changes.ts';
import type { Codebook } from './codebook.ts';
import { allows, attributeOf, relationType, tagType } from './newsroom-core.ts';

/** A tag with what decides whether a codebook allows it: the links that begin at it, each with the type it leads to (`null` where that is not known). */
export interface Looked {
  readonly annotation: Annotation;
  readonly links: readonly { readonly relation: Relation; readonly toType: string | null }[];
}

/** True where the change may alter what this tag says, or whether it is complete. New words and new choices do not. */
export function affects({ what, path, kind, level, fields, due = [] }: CodebookChange, { annotation, links }: Looked): boolean {
  const [first = '', attribute = '', value = ''] = path;
  if (level !== 'major') return false;
  if (what === 'relation') return links.some(({ relation }) => relation.type === first) || due.includes(annotation.type);
  if (annotation.type !== first) return false;
  if (what === 'value') return annotation.attributes[attribute] === value;
  if (what !== 'attribute') return what === 'type';
  const unset = !Object.hasOwn(annotation.attributes, attribute);
  if (kind === 'added') return unset;
  // Newly required, or with another default, it is about the tags without it; with other values, about those with it.
  return unset
    ? fields.includes('required') || fields.includes('default')
    : kind === 'removed' || fields.some((field) => field !== 'required');
}

/** True where the codebook has the type of this tag, all its values and its links: then it can be brought there as it stands. */
export function isLegalUnder(codebook: Codebook, { annotation, links }: Looked): boolean {
  if (!tagType(codebook, annotation.type)) return false;
  const values = Object.entries(annotation.attributes).every(([id, value]) => isLegalValue(codebook, annotation.type, id, value));
  return values && links.every(({ relation, toType }) => isLegalLink(codebook, annotation, relation, toType));
}

/** True where the attribute of this type may have this value. */
function isLegalValue(codebook: Codebook, type: string, attribute: string, value: string): boolean {
  const definition = attributeOf(codebook, type, attribute);
  return definition !== null && (definition.type !== 'enum' || (definition.values ?? []).some(({ id }) => id === value));
}

function isLegalLink(codebook: Codebook, annotation: Annotation, { type }: Relation, toType: string | null): boolean {
  const definition = relationType(codebook, type);
  return definition !== null && allows(definition, annotation.type, toType ?? definition.to[0] ?? '');
}
