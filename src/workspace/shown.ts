import { sameJson } from '../model/equal.ts';
import type { Change, Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import { rebase } from '../model/rebase.ts';
import type { Id, TextHash } from '../model/records.ts';
import { goesElsewhere, inMemory, overlay } from './scope.ts';

/**
 * Memory after others have stored something: every record as the patch leaves it, and on top of it what this tab has
 * changed and not stored yet. The same project where nothing that is in memory differs.
 */
export function withStored(project: Project, stored: Patch, waiting: readonly Patch[], openText: TextHash | null): Project {
  const added = new Set(tagsAddedTo(openText, stored));
  const news = stored.flatMap((change) => (leadsHere(project, added, change, openText) ? [change] : inMemory([change], project, openText)));
  const touched = new Set(news.map(keyOf));
  const ours = waiting
    .map((patch) =>
      inMemory(
        patch.filter((change) => touched.has(keyOf(change))),
        project,
        openText,
      ),
    )
    .filter((patch) => patch.length > 0);
  return withChanges(project, ours.length === 0 ? news : putOnTop(project, news, ours));
}

/** Memory just read from the database, with what this tab has changed and perhaps not stored yet on top of it. */
export function withWaiting(project: Project, waiting: readonly Patch[], openText: TextHash | null): Project {
  return withChanges(
    project,
    putOnTop(
      project,
      [],
      waiting.map((patch) => inMemory(patch, project, openText)),
    ),
  );
}

function putOnTop(project: Project, below: Patch, patches: readonly Patch[]): Patch {
  const changes = [...below];
  for (const patch of patches) changes.push(...rebase(patch, overlay(project, changes)).patch);
  return changes;
}

const keyOf = ({ table, id }: Change): string => `${table}/${id}`;

function withChanges(project: Project, changes: Patch): Project {
  const last = [...new Map(changes.map((change) => [keyOf(change), change])).values()];
  const differing = last.filter(({ table, id, after }) => !sameJson(project[table].get(id) ?? null, after));
  return differing.length === 0 ? project : overlay(project, differing);
}

/** A tag and a link to it may be heard of at once. */
const tagsAddedTo = (text: TextHash | null, stored: Patch): Id[] =>
  stored.flatMap(({ table, id, after }) => (table === 'annotations' && after?.text === text ? [id] : []));

/** A link from another text that ends, or ended, at a tag of the open one, be it only just added. */
function leadsHere(project: Project, added: ReadonlySet<Id>, change: Change, openText: TextHash | null): boolean {
  const { table, id, before, after } = change;
  if (table !== 'relations' || goesElsewhere(change) || (after ?? before)?.text === openText) return false;
  return project.relations.has(id) || (after !== null && (project.annotations.has(after.to) || added.has(after.to)));
}
