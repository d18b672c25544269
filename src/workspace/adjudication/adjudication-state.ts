import type { Context } from '../../model/context.ts';
import type { Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { AnnotationSet, Edition, Id, TextHash } from '../../model/records.ts';
import type { GoldCard } from '../../review/adjudicate/cards.ts';
import type { Adjudication } from '../../review/adjudicate/rulings.ts';
import type { DifferenceKind } from '../../review/align/difference.ts';
import type { OpenReview } from '../review/review-state.ts';

/** The adjudication that is shown: its cards in order, those that need nobody apart, and the edition of the text. `intact`: false where what was finished says something else now. */
export interface ShownAdjudication extends Adjudication {
  readonly review: OpenReview;
  readonly gold: AnnotationSet;
  readonly asked: readonly GoldCard[];
  readonly agreed: readonly GoldCard[];
  readonly open: number;
  /** The kinds of difference that occur. */
  readonly kinds: readonly DifferenceKind[];
  readonly current: GoldCard | null;
  readonly edition: Edition;
  readonly intact: boolean;
  /** The tags of the sets that are still disputed: the only ones that are drawn over the gold set. */
  readonly disputed: ReadonlySet<Id>;
}

/** What an adjudication needs; comes with its first opening. */
export interface Adjudicating {
  /** `null` where the gold set is gone. */
  shown(project: Project, review: OpenReview, text: TextHash): ShownAdjudication | null;
  /** A change of the gold set with the decisions that it stands for; `null` where it is a change like any other. */
  decidedBy(project: Project, review: OpenReview, patch: Patch, context: Context): Patch | null;
}
