import type { Id } from '../model/records.ts';
import { nameOf, nameOfSet } from '../model/views/name-of.ts';
import { useWorkspaceState } from './use-workspace.ts';

/** What somebody is called. */
export const useNameOf = (author: Id): string => useWorkspaceState(({ project, people }) => nameOf(project, people, author));

/** What a set is called. */
export const useNameOfSet = (set: Id): string => useWorkspaceState(({ project, people }) => nameOfSet(project, people, set));
