import { useMemo } from 'react';
import { exposes } from '../model/commands/exposure.ts';
import type { Article, Id } from '../model/records.ts';
import { useWorkspaceState } from './use-workspace.ts';

/** Says whether seeing the tags of a set on an article would make one’s own derived. */
export function useExposes(): (set: Id, article: Article) => boolean {
  const sets = useWorkspaceState(({ project }) => project.sets);
  const people = useWorkspaceState((state) => state.people);
  const mine = useWorkspaceState(({ session }) => session.own);
  return useMemo(() => (other, article) => exposes({ sets }, { mine, other, people }, article), [sets, people, mine]);
}
