import type { Context } from '../context.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { AnnotationSet, Author, Id } from '../records.ts';

/** A new person with an empty name and a set of their own. */
export function addPerson(context: Pick<Context, 'id' | 'now'>): { patch: Patch; author: Id; set: Id } {
  const author: Author = { id: context.id(), name: '' };
  const set: AnnotationSet = { id: context.id(), author: author.id, basis: 'independent', created: context.now(), heads: [] };
  return { patch: patchOf(change('authors', author.id, null, author), change('sets', set.id, null, set)), author: author.id, set: set.id };
}

/** Gives an author a name, trimmed. Throws for an author who is not in the project. */
export function renameAuthor(project: Project, { author: id, name }: { author: Id; name: string }): Patch {
  const author = project.authors.get(id);
  if (!author) throw new Error(`There is no author ${id}.`);
  return patchOf(change('authors', id, author, { ...author, name: name.trim() }));
}

/** Notes the journal head at which a set was exported; the same head twice is noted once. Throws for an unknown set. */
export function recordExport(project: Project, { set: id, head }: { set: Id; head: string }): Patch {
  const set = project.sets.get(id);
  if (!set) throw new Error(`There is no set ${id}.`);
  return set.heads.includes(head) ? [] : patchOf(change('sets', id, set, { ...set, heads: [...set.heads, head] }));
}
