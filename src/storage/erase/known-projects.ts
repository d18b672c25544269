import type { Id } from '../../model/records.ts';

const prefix = 'attest-project-';
// The widths of the columns are remembered under names that the panels' library begins so.
const screenPrefix = 'react-resizable-panels:';

/** Ids of the projects that were kept in this browser, as far as it remembers: this store is stale after a crash, so it says nothing else. */
export function knownProjects(): Id[] {
  return Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

/** Remembers that a project with this id is kept here. */
export function noteProject(project: Id): void {
  localStorage.setItem(`${prefix}${project}`, '');
}

/** Forgets that the project was kept here, and which tab this is. */
export function forgetProject(project: Id): void {
  localStorage.removeItem(`${prefix}${project}`);
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('attest-')) sessionStorage.removeItem(key);
}

/** Forgets everything else that is remembered between visits. */
export function forgetScreen(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('attest-') || key.startsWith(screenPrefix)) localStorage.removeItem(key);
  }
}
