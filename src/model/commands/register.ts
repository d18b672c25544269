import type { Context } from '../context.ts';
import { sameJson } from '../equal.ts';
import { type Change, change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Entity, Id } from '../records.ts';
import { annotationIn, modified } from './lookup.ts';

/** What of an entry a person may change; an empty text takes a member away. */
export type EntityFields = { readonly [K in Exclude<keyof Entity, 'id'>]?: Entity[K] };

/** Enters somebody into the register, the name trimmed, beside whoever has that name already. Throws for an empty name. */
export function addEntity({ name }: { name: string }, context: Pick<Context, 'id'>): { patch: Patch; entity: Id } {
  const entity = newEntity(name, context);
  return { patch: patchOf(change('entities', entity.id, null, entity)), entity: entity.id };
}

function newEntity(name: string, context: Pick<Context, 'id'>): Entity {
  const wanted = name.trim();
  if (wanted === '') throw new Error('An entry of the register needs a name.');
  return { id: context.id(), name: wanted, aliases: [], identifiers: [] };
}

/** Changes an entry. An empty name leaves it as it was; of aliases and identifiers, which may not be empty, each stands once, and none repeats the name. Throws for an unknown entry. */
export function editEntity(project: Project, { entity: id, fields }: { entity: Id; fields: EntityFields }): Patch {
  const entity = entityIn(project, id);
  return patchOf(change('entities', id, entity, tidied({ ...entity, ...fields, name: fields.name?.trim() || entity.name })));
}

/** Makes two entries one: names, aliases and identifiers united, what the kept one lacks taken over, and every mention in memory that names the other names the kept one. Throws for an unknown entry. */
export function mergeEntities(project: Project, { kept: into, merged: from }: { kept: Id; merged: Id }, context: Context): Patch {
  const [kept, merged] = [entityIn(project, into), entityIn(project, from)];
  if (into === from) return [];
  const notes = [kept.note, merged.note].filter((note) => note !== undefined);
  const { affiliation = merged.affiliation, kind = merged.kind } = kept;
  const united = tidied({
    ...kept,
    aliases: [...kept.aliases, merged.name, ...merged.aliases],
    identifiers: [...kept.identifiers, ...merged.identifiers],
    ...(kind !== undefined && { kind }),
    ...(affiliation !== undefined && { affiliation }),
    ...(notes.length > 0 && { note: [...new Set(notes)].join('\n') }),
  });
  return patchOf(
    change('entities', into, kept, united),
    ...mentionsIn(project, from).map((mention) => naming(mention, into, context)),
    change('entities', from, merged, null),
  );
}

interface Split {
  readonly entity: Id;
  readonly mentions: readonly Id[];
  readonly name: string;
}

/** Gives the chosen mentions an entry of their own, the name trimmed; nothing chosen gives an empty patch. Throws for an empty name, and for a mention that is not in memory or names another entry. */
export function splitEntity(project: Project, { entity: id, mentions, name }: Split, context: Context): { patch: Patch; entity: Id } {
  const { kind } = entityIn(project, id);
  if (mentions.length === 0) return { patch: [], entity: id };
  const added = { ...newEntity(name, context), ...(kind !== undefined && { kind }) };
  const chosen = mentions.map((mention) => annotationIn(project, mention));
  if (chosen.some(({ attributes }) => attributes.entity !== id)) throw new Error('A chosen mention names another entry.');
  const changes = chosen.map((mention) => naming(mention, added.id, context));
  return { patch: patchOf(change('entities', added.id, null, added), ...changes), entity: added.id };
}

/** Takes an entry out of the register. Throws for an unknown entry, and for one that a tag in memory still names. */
export function deleteEntity(project: Project, { entity: id }: { entity: Id }): Patch {
  const entity = entityIn(project, id);
  if (mentionsIn(project, id).length > 0) throw new Error(`${entity.name} is still named by a tag.`);
  return patchOf(change('entities', id, entity, null));
}

function entityIn(project: Project, id: Id): Entity {
  const entity = project.entities.get(id);
  if (!entity) throw new Error(`There is no register entry ${id}.`);
  return entity;
}

const mentionsIn = ({ annotations }: Project, entity: Id): Annotation[] =>
  [...annotations.values()].filter(({ attributes }) => attributes.entity === entity);

const naming = (mention: Annotation, entity: Id, context: Context): Change | null =>
  change('annotations', mention.id, mention, modified(mention, { attributes: { ...mention.attributes, entity } }, context));

function tidied(entity: Entity): Entity {
  const list = (items: readonly string[], taken: string) => [
    ...new Set(items.map((item) => item.trim()).filter((item) => item !== '' && item !== taken)),
  ];
  const { kind, affiliation, note, ...rest } = entity;
  const said = Object.fromEntries(
    Object.entries({ kind, affiliation: affiliation?.trim(), note: note?.trim() }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
  const after = { ...rest, ...said, aliases: list(entity.aliases, entity.name), identifiers: list(entity.identifiers, '') };
  return sameJson(entity, after) ? entity : after;
}
