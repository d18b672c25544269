import type { Context } from '../../model/context.ts';
import type { Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Id, TextHash } from '../../model/records.ts';
import type { DifferenceKind } from '../../review/align/difference.ts';
import type { Card, ReviewScope } from '../../review/verdicts/cards.ts';
import type { Thread } from '../../review/verdicts/standing.ts';

/** A review or an adjudication that is open: whose set is reviewed by whom, the card that is shown, and what is being asked. `set`: in an adjudication the gold set. `mine`: the set of whoever reviews; the reviewed one itself where its author reads what was said. */
export interface OpenReview {
  readonly adjudicates: boolean;
  readonly set: Id;
  readonly mine: Id;
  readonly card: Id | null;
  readonly order: 'weight' | 'text';
  /** The only kind of difference that is shown; `null`: all cards. */
  readonly only: DifferenceKind | null;
  readonly writing: 'reject' | 'question' | 'comment' | null;
  /** The reason that the next decision of an adjudication gets. */
  readonly why: string;
}

/** What would show somebody else’s tags too early: it waits for a word. `tag`: the one that is to be shown. `gold`: what an adjudication was begun with. */
export interface Exposure {
  readonly set: Id;
  readonly by: 'layer' | 'review' | 'set' | 'adjudication';
  readonly tag?: Id;
  readonly gold?: { readonly gold: Id | null; readonly sets: readonly Id[] };
}

/** A card with what was said of it. `done`: decided by the reviewer, or answered by the author. */
export interface ShownCard extends Card {
  readonly threads: readonly Thread[];
  readonly done: boolean;
}

/** The review that is shown: its cards in order, and how many are done of those that wait for a decision. */
export interface ShownReview {
  readonly review: OpenReview;
  readonly text: TextHash;
  readonly scope: ReviewScope;
  readonly asAuthor: boolean;
  readonly cards: readonly ShownCard[];
  /** The kinds of difference that occur. */
  readonly kinds: readonly DifferenceKind[];
  readonly current: ShownCard | null;
}

/** What is stored in place of a change of a reviewed set, or why nothing is. */
export type Said = { readonly refusal: string } | { readonly patch: Patch; readonly parameters: Readonly<Record<string, unknown>> };

/** What a review needs; comes with its first opening. */
export interface Reviewing {
  shown(project: Project, review: OpenReview, text: TextHash): ShownReview;
  /** What a change of the reviewed set says of it; `null` where it is a change like any other. */
  saidBy(project: Project, review: OpenReview, patch: Patch, context: Context): Said | null;
}
