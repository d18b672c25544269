import { workspaceMessages } from '../../messages/workspace.ts';
import type { Context } from '../../model/context.ts';
import { frozenIn } from '../../model/gold.ts';
import type { Patch } from '../../model/patch.ts';
import type { CommitOptions } from '../host.ts';
import type { WorkspaceState } from '../state.ts';

/** A change as it is asked to be stored. */
interface Asked {
  readonly action: string;
  readonly patch: Patch;
  readonly options: CommitOptions;
}

/**
 * What is stored in place of a change: of a reviewed set what it says of the set, of a gold set the change with what it decides; or
 * why nothing is. `null` for a change like any other. An import asks by itself.
 */
export function insteadOf(state: WorkspaceState, context: () => Context, asked: Asked): Asked | { readonly refusal: string } | null {
  const { project, readOnly } = state;
  const { patch, options } = asked;
  if (readOnly !== null || options.cause?.kind === 'import') return null;
  const open = options.undoes === undefined ? whileOpen(state, context, asked) : null;
  return open ?? (frozenIn(project, patch) === null ? null : { refusal: workspaceMessages.frozen });
}

/** The same for what only an open review or adjudication turns into something else. */
function whileOpen({ project, session: { review }, reviewing, adjudicating }: WorkspaceState, context: () => Context, asked: Asked) {
  const { action, patch, options } = asked;
  if (review?.adjudicates) {
    const decided = adjudicating?.decidedBy(project, review, patch, context());
    return decided ? { action, patch: decided, options } : null;
  }
  const said = review && reviewing?.saidBy(project, review, patch, context());
  if (!said || 'refusal' in said) return said ?? null;
  return { action: 'review', patch: said.patch, options: { parameters: said.parameters } };
}
