import type { ImportConflict, ImportPlan } from '../commands/import-package.ts';

// A hundred can be gone through by hand; more are decided together.
const shown = 100;

/** What a preview shows of an import, however large that is. */
export interface ImportView extends Pick<ImportPlan, 'people' | 'added' | 'present' | 'replaced' | 'removed' | 'kept'> {
  /** True where, as far as it is decided, nothing would change. */
  readonly empty: boolean;
  /** The first of the conflicts, tags and links before the others. */
  readonly conflicts: readonly ImportConflict[];
  readonly moreConflicts: number;
  /** How many of all conflicts wait for a decision. */
  readonly undecided: number;
}

/** The plan as far as a screen shows it. */
export function importView({ people, added, present, replaced, removed, kept, patch, conflicts }: ImportPlan): ImportView {
  return {
    people,
    added,
    present,
    replaced,
    removed,
    kept,
    empty: patch.length === 0,
    conflicts: inOrder(conflicts).slice(0, shown),
    moreConflicts: Math.max(0, conflicts.length - shown),
    undecided: conflicts.filter(({ choice }) => choice === null).length,
  };
}

/** Tags and links first: of them nothing is taken unasked. What is decided stays where it is, or the next one would jump from under the hand. */
const inOrder = (conflicts: readonly ImportConflict[]): ImportConflict[] =>
  [...conflicts].sort((a, b) => Number(isTagOrLink(b)) - Number(isTagOrLink(a)));

const isTagOrLink = ({ table }: ImportConflict): boolean => table === 'annotations' || table === 'relations' || table === 'reviews';
