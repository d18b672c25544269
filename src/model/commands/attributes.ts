import { attributeOf } from '../codebooks/newsroom-core.ts';
import type { Context } from '../context.ts';
import { sameJson } from '../equal.ts';
import { applyPatch, change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Entity, Id } from '../records.ts';
import { annotationIn, codebookOf, modified } from './lookup.ts';

interface OfAttribute {
  readonly annotation: Id;
  readonly attribute: string;
}

/** Sets an attribute by hand, or unsets it with `null`. Throws for an attribute or value the codebook does not have. */
export function setAttribute(
  project: Project,
  { annotation: id, attribute, value }: OfAttribute & { readonly value: string | null },
  context: Context,
): Patch {
  const annotation = annotationIn(project, id);
  const definition = attributeOf(codebookOf(project, annotation.codebook), annotation.type, attribute);
  if (!definition) throw new Error(`A ${annotation.type} has no attribute ${attribute}.`);
  if (value !== null && definition.type === 'enum' && !definition.values?.some((allowed) => allowed.id === value)) {
    throw new Error(`${definition.label} cannot be ${value}.`);
  }
  if (value !== null && definition.type === 'entity' && !project.entities.has(value))
    throw new Error(`There is no register entry ${value}.`);
  const { [attribute]: _, ...others } = annotation.attributes;
  return edited(annotation, { attributes: value === null ? others : { ...others, [attribute]: value } }, attribute, context);
}

/** Makes a proposed value the analyst's word. */
export function confirmAttribute(project: Project, { annotation: id, attribute }: OfAttribute, context: Context): Patch {
  return confirmAttributes(project, [{ annotation: id, attribute }], context);
}

/** Makes proposed values of any number of tags the analyst's word; what is not proposed stays as it is. */
export function confirmAttributes(project: Project, picks: readonly OfAttribute[], context: Context): Patch {
  const byTag = new Map<Id, Set<string>>();
  for (const { annotation, attribute } of picks) byTag.set(annotation, (byTag.get(annotation) ?? new Set<string>()).add(attribute));
  return patchOf(
    ...[...byTag].map(([id, confirmed]) => {
      const annotation = annotationIn(project, id);
      const { suggested = [], ...rest } = annotation;
      const left = suggested.filter((attribute) => !confirmed.has(attribute));
      if (left.length === suggested.length) return null;
      return change('annotations', id, annotation, modified({ ...rest, ...(left.length > 0 && { suggested: left }) }, {}, context));
    }),
  );
}

function edited(annotation: Annotation, fields: Partial<Annotation>, confirmed: string, context: Context): Patch {
  const { suggested = [], ...rest } = annotation;
  const left = suggested.filter((id) => id !== confirmed);
  const after: Annotation = { ...rest, ...(left.length > 0 && { suggested: left }), ...fields };
  if (sameJson(annotation, after)) return [];
  return patchOf(change('annotations', annotation.id, annotation, modified(after, {}, context)));
}

/** Sets the note; an empty one takes it away. */
export function setNote(project: Project, { annotation: id, note }: { annotation: Id; note: string }, context: Context): Patch {
  const annotation = annotationIn(project, id);
  const { note: before = '', ...rest } = annotation;
  if (note === before) return [];
  return patchOf(change('annotations', id, annotation, modified({ ...rest, ...(note !== '' && { note }) }, {}, context)));
}

/** Flags an annotation as unsure, or takes the flag away with `null`. */
export function setFlag(project: Project, { annotation: id, flag }: { annotation: Id; flag: 'unsure' | null }, context: Context): Patch {
  const annotation = annotationIn(project, id);
  const { flag: before = null, ...rest } = annotation;
  if (flag === before) return [];
  return patchOf(change('annotations', id, annotation, modified({ ...rest, ...(flag && { flag }) }, {}, context)));
}

/** Says who a source is: the register's entry of that name, made when there is none; an empty name unsets it. */
export function nameEntity(project: Project, { annotation: id, name }: { annotation: Id; name: string }, context: Context): Patch {
  const wanted = name.trim();
  if (wanted === '') return setAttribute(project, { annotation: id, attribute: 'entity', value: null }, context);
  const known = [...project.entities.values()].find((entity) => entity.name === wanted || entity.aliases.includes(wanted));
  if (known) return setAttribute(project, { annotation: id, attribute: 'entity', value: known.id }, context);
  const entity: Entity = { id: context.id(), name: wanted, aliases: [], identifiers: [] };
  const added = patchOf(change('entities', entity.id, null, entity));
  return [...added, ...setAttribute(applyPatch(project, added), { annotation: id, attribute: 'entity', value: entity.id }, context)];
}
