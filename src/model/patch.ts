import { sameJson } from './equal.ts';
import type { Project } from './project.ts';
import type { AnyRecord, Id, TableName, Tables } from './records.ts';

/** One record before and after; `null` where it does not exist. */
export type Change = {
  [N in TableName]: { readonly table: N; readonly id: Id; readonly before: Tables[N] | null; readonly after: Tables[N] | null };
}[TableName];

/** The only form in which anything changes. Each record occurs at most once. Empty: nothing to do. */
export type Patch = readonly Change[];

/** The change of one record; `null` where before and after are the same. */
export function change<N extends TableName>(table: N, id: Id, before: Tables[N] | null, after: Tables[N] | null): Change | null {
  // The table's name and the records' type come from one N, which the union cannot express.
  return sameJson(before, after) ? null : ({ table, id, before, after } as Change);
}

/** The changes that are not `null`, as a patch. */
export function patchOf(...changes: readonly (Change | null)[]): Patch {
  return changes.filter((item) => item !== null);
}

/** The project after the patch; untouched tables are shared. Throws where a record is not as `before` says. */
export function applyPatch(project: Project, patch: Patch): Project {
  const touched = new Map<TableName, Map<Id, AnyRecord>>();
  for (const { table, id, before, after } of patch) {
    const records = touched.get(table) ?? new Map<Id, AnyRecord>(project[table]);
    touched.set(table, records);
    if (!sameJson(records.get(id) ?? null, before)) throw new Error(`The record ${id} of ${table} is not as the patch expects.`);
    if (after === null) records.delete(id);
    else records.set(id, after);
  }
  return { ...project, ...Object.fromEntries(touched) };
}

/** The patch that takes this one back. */
export function invert(patch: Patch): Patch {
  return patch.map((item) => ({ ...item, before: item.after, after: item.before }) as Change).reverse();
}

/** One patch with the effect of all, in order. */
export function squash(patches: readonly Patch[]): Patch {
  const merged = new Map<string, Change>();
  for (const item of patches.flat()) {
    const key = `${item.table}/${item.id}`;
    const first = merged.get(key);
    merged.set(key, first ? ({ ...item, before: first.before } as Change) : item);
  }
  return [...merged.values()].filter(({ before, after }) => !sameJson(before, after));
}

/** True for the change of a project-level record, which is no tag and no link. */
export const isOfProject = ({ table }: Change): boolean => table !== 'annotations' && table !== 'relations' && table !== 'reviews';
