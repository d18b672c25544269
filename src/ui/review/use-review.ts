import { openTextIn } from '../../workspace/in-memory.ts';
import type { ShownReview } from '../../workspace/review/review-state.ts';
import { useWorkspaceState } from '../use-workspace.ts';

/** The open review; `null` where none is. */
export const useReview = (): ShownReview | null =>
  useWorkspaceState(({ project, session, reviewing }) => {
    const text = openTextIn({ project, session });
    return reviewing && session.review && text !== null ? reviewing.shown(project, session.review, text) : null;
  });
