import type { Change, Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Relation, TableName, TextHash } from '../model/records.ts';

const textOf = (record: Annotation | Relation | null): TextHash | undefined => record?.text;

/** The texts whose annotations or relations the patch changes. */
export function textsTouched(patch: Patch): ReadonlySet<TextHash> {
  const texts = new Set<TextHash>();
  for (const change of patch) {
    const text = tagText(change);
    if (text !== null) texts.add(text);
  }
  return texts;
}

/** The part of a patch that memory holds: every project-level table, and tags of the open text. */
export const inMemory = (patch: Patch, openText: TextHash | null): Patch => patch.filter((change) => isSeen(change, openText));

/** True for the change of a record that memory holds while this text is open. */
export function isSeen(change: Change, openText: TextHash | null): boolean {
  const text = tagText(change);
  return text === null || text === openText;
}

function tagText(change: Change): TextHash | null {
  if (change.table !== 'annotations' && change.table !== 'relations') return null;
  return textOf(change.before) ?? textOf(change.after) ?? null;
}

/** The project without any annotations and relations but these: memory holds the tags of one text only. */
export function withTags(
  project: Project,
  tags: { readonly annotations: readonly Annotation[]; readonly relations: readonly Relation[] },
): Project {
  return {
    ...project,
    annotations: new Map(tags.annotations.map((annotation) => [annotation.id, annotation])),
    relations: new Map(tags.relations.map((relation) => [relation.id, relation])),
  };
}

/** The project with every `after` of the patch put in place, whatever stood there. */
export function overlay(project: Project, patch: Patch): Project {
  const tables = new Map<TableName, Map<string, AnyRecord>>();
  for (const { table: name, id, after } of patch) {
    const table = tables.get(name) ?? new Map<string, AnyRecord>(project[name]);
    tables.set(name, table);
    if (after) table.set(id, after);
    else table.delete(id);
  }
  return { ...project, ...Object.fromEntries(tables) };
}
