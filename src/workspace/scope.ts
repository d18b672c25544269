import type { Change, Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, AnyRecord, Relation, Review, TableName, TextHash } from '../model/records.ts';

/** The texts whose annotations, relations or reviews the patch changes. */
export const textsTouched = (patch: Patch): ReadonlySet<TextHash> => new Set(patch.flatMap(tagTexts));

/** The text of the tag, or of what was said of it, that a change is about, before and after; none for other tables. */
function tagTexts({ table, before, after }: Change): TextHash[] {
  if (table !== 'annotations' && table !== 'relations' && table !== 'reviews') return [];
  return [...new Set([before, after].flatMap((tag) => tag?.text ?? []))];
}

/** True for the change of a record that memory holds while this text is open. */
export const isSeen = (change: Change, openText: TextHash | null): boolean => tagTexts(change).every((text) => text === openText);

/** True for a tag or link that goes from one text to another. */
export const goesElsewhere = (change: Change): boolean => tagTexts(change).length > 1;

/** What a patch does to memory while this text is open: to every project-level table, and to tags of that text, also those that come from another or go there. */
export const inMemory = (patch: Patch, project: Project, openText: TextHash | null): Patch =>
  patch.flatMap((change) => {
    if (isSeen(change, openText)) return [change];
    return goesElsewhere(change) ? movedInMemory(change, project, openText) : [];
  });

/** To memory such a tag comes or goes; a link from another text stays as long as the tag is here at which it ends. */
function movedInMemory(change: Change, project: Project, openText: TextHash | null): Change[] {
  const { table, id, after } = change;
  const leadsHere = table === 'relations' && after !== null && project.annotations.has(after.to);
  const isHere = leadsHere || tagTexts({ ...change, before: null } as Change).includes(openText ?? '');
  const here = { table, id, before: project[table].get(id) ?? null, after: isHere ? after : null } as Change;
  return here.before === null && here.after === null ? [] : [here];
}

/** The project without any annotations, relations and reviews but these: memory holds those of one text only. */
export function withTags(
  project: Project,
  tags: { readonly annotations: readonly Annotation[]; readonly relations: readonly Relation[]; readonly reviews?: readonly Review[] },
): Project {
  return {
    ...project,
    annotations: new Map(tags.annotations.map((annotation) => [annotation.id, annotation])),
    relations: new Map(tags.relations.map((relation) => [relation.id, relation])),
    reviews: new Map(tags.reviews?.map((review) => [review.id, review])),
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
