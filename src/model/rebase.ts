import { sameJson } from './equal.ts';
import { differingFields, merge } from './merge.ts';
import { applyPatch, type Change, type Patch, squash } from './patch.ts';
import type { Project } from './project.ts';
import type { AnyRecord, Id, TableName } from './records.ts';
import { closedPath, isWholePath, statementsRelayed } from './relays.ts';

/** A record that two tabs have changed so that both changes cannot stand; `null` where a side has deleted it. `fields` are named as in `merge`. */
export interface Dispute {
  readonly table: TableName;
  readonly id: Id;
  readonly ours: AnyRecord | null;
  readonly theirs: AnyRecord | null;
  readonly fields: readonly string[];
}

/** A patch on top of what others have changed meanwhile. Where there are disputes, the patch is ours all the same. */
export interface Rebased {
  readonly patch: Patch;
  readonly disputes: readonly Dispute[];
}

/** Puts a patch on top of a project that has gone on since it was made. What both sides did alike is left out; paths of relays that both have lengthened close up. */
export function rebase(patch: Patch, project: Project): Rebased {
  const outcomes = patch.map((item) => onTopOf(item, project[item.table].get(item.id) ?? null, patch));
  const changes = outcomes.flatMap(({ changed }) => changed ?? []);
  const closed = closedPaths(changes, project);
  return {
    patch: closed.length > 0 ? squash([changes, closed]) : changes,
    disputes: outcomes.flatMap(({ dispute }) => dispute ?? []),
  };
}

/** Closes the paths that were whole before the changes and would not be after them. */
function closedPaths(changes: Patch, project: Project): Patch {
  const statements = [...statementsRelayed(changes)];
  if (statements.length === 0) return [];
  const before = [...project.relations.values()];
  const after = [...applyPatch(project, changes).relations.values()];
  return statements.flatMap((statement) =>
    isWholePath(before, statement) && !isWholePath(after, statement) ? closedPath(after, statement) : [],
  );
}

interface Outcome {
  readonly changed: Change | null;
  readonly dispute?: Dispute;
}

function onTopOf(item: Change, stored: AnyRecord | null, patch: Patch): Outcome {
  const { table, id, before, after } = item;
  if (sameJson(before, stored)) return { changed: item };
  if (sameJson(after, stored)) return { changed: null };
  // What leads from one tag to another is only made, renumbered and taken away.
  const link = table === 'relations' && before !== null;
  if ((link && stored === null) || (stored === null && followsFromLinks(item, patch))) return { changed: null };
  const dispute = (fields: readonly string[]): Dispute => ({ table, id, ours: after, theirs: stored, fields });
  if (before !== null && after !== null && stored !== null) {
    const { record, disputed } = merge(before, after, stored);
    return { changed: changeOf(item, stored, record), ...(disputed.length > 0 && { dispute: dispute(disputed) }) };
  }
  const fields = before !== null && stored !== null ? differingFields(before, stored) : [];
  return { changed: changeOf(item, stored, after), ...(!link && { dispute: dispute(fields) }) };
}

function changeOf({ table, id }: Change, before: AnyRecord | null, after: AnyRecord | null): Change | null {
  // Table and records come from one change, which the union of tables cannot express.
  return sameJson(before, after) ? null : ({ table, id, before, after } as Change);
}

/** True for a claim that only loses or gets its voice because a link of the same patch goes or comes: where the claim went, nothing is left to say. */
function followsFromLinks({ table, id, before, after }: Change, patch: Patch): boolean {
  if (table !== 'annotations' || before === null || after === null) return false;
  const unlinked = patch.some((item) => item.table === 'relations' && item.after === null && item.before?.from === id);
  return unlinked && differingFields(before, after).every((field) => field === 'attributes.voice');
}
