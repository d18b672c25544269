import { reviewMessages } from '../../messages/review.ts';
import type { Context } from '../../model/context.ts';
import type { Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import { giveVerdicts } from '../../review/verdicts/commands.ts';
import { decisionsFrom } from '../../review/verdicts/derive.ts';
import { shownReview } from './cards.ts';
import type { OpenReview, Reviewing, Said } from './review-state.ts';

export const reviewing: Reviewing = { shown: shownReview, saidBy };

function saidBy(project: Project, review: OpenReview, patch: Patch, context: Context): Said | null {
  if (review.mine === review.set) return null;
  const touched = patch.flatMap((change) =>
    change.table === 'annotations' || change.table === 'relations' ? [change.after ?? change.before] : [],
  );
  const about = touched.find((record) => record?.set === review.set);
  if (!about) return null;
  const decisions = decisionsFrom(project, patch);
  // Notes, flags and what was acknowledged are the author’s own.
  if (decisions.length === 0) return { refusal: reviewMessages.notOfTheirs };
  const { current } = shownReview(project, review, about.text);
  return {
    patch: giveVerdicts(project, { set: review.set, text: about.text }, decisions, context),
    parameters: { card: current?.id, kind: decisions[0]?.kind ?? 'question' },
  };
}
