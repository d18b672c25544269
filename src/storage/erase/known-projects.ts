import type { Id } from '../../model/records.ts';
import { acrossReloads, acrossVisits, keysOf } from '../web-storage.ts';

const prefix = 'attest-project-';
// The widths of the columns are remembered under names that the panels' library begins so.
const screenPrefix = 'react-resizable-panels:';

/** Ids of the projects that were kept in this browser, as far as it remembers: this memory is stale after a crash, so it says nothing else. */
export function knownProjects(): Id[] {
  return keysOf(acrossVisits).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

/** Remembers that a project with this id is kept here; on a full disk nothing is remembered. */
export function noteProject(project: Id): void {
  try {
    acrossVisits.setItem(`${prefix}${project}`, '');
  } catch {
    // What is only for telling that a project is missing must not keep anybody from work.
  }
}

/** Forgets that the project was kept here, and which tab this is. */
export function forgetProject(project: Id): void {
  acrossVisits.removeItem(`${prefix}${project}`);
  for (const key of keysOf(acrossReloads)) if (key.startsWith('attest-')) acrossReloads.removeItem(key);
}

/** Forgets everything else that is remembered between visits. */
export function forgetScreen(): void {
  for (const key of keysOf(acrossVisits)) {
    if (key.startsWith('attest-') || key.startsWith(screenPrefix)) acrossVisits.removeItem(key);
  }
}
