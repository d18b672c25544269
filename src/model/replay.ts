import { sameJson } from './equal.ts';
import type { Patch } from './patch.ts';
import { emptyProject, type Project } from './project.ts';
import type { AnyRecord, Id, TableName } from './records.ts';

/** The records that patches make out of nothing, without texts. `refused` is the index of the first patch that does not fit what came before it; `null` when all fit. */
export function replay(patches: readonly Patch[]): { readonly project: Project; readonly refused: number | null } {
  // Changed in place: a table copied for every action would cost the square of a long history.
  const tables = new Map<TableName, Map<Id, AnyRecord>>();
  const refused = patches.findIndex((patch) => !play(tables, patch));
  return { project: { ...emptyProject, ...Object.fromEntries(tables) }, refused: refused < 0 ? null : refused };
}

function play(tables: Map<TableName, Map<Id, AnyRecord>>, patch: Patch): boolean {
  for (const { table, id, before, after } of patch) {
    const records = tables.get(table) ?? new Map<Id, AnyRecord>();
    tables.set(table, records);
    if (!sameJson(records.get(id) ?? null, before)) return false;
    if (after === null) records.delete(id);
    else records.set(id, after);
  }
  return true;
}
