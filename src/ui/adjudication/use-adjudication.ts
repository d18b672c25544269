import type { ShownAdjudication } from '../../workspace/adjudication/adjudication-state.ts';
import { openTextIn } from '../../workspace/in-memory.ts';
import { useWorkspaceState } from '../use-workspace.ts';

/** The open adjudication; `null` where none is. */
export const useAdjudication = (): ShownAdjudication | null =>
  useWorkspaceState(({ project, session, adjudicating }) => {
    const text = openTextIn({ project, session });
    return adjudicating && session.review?.adjudicates && text !== null ? adjudicating.shown(project, session.review, text) : null;
  });
