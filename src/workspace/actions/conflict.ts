import { insist } from '../../model/commands/insist.ts';
import type { Host } from '../host.ts';
import { dismissNotice } from '../notices.ts';
import { storedAround } from '../stored-around.ts';
import type { Action, Parameters } from './action.ts';

export const conflictActions: readonly Action[] = [
  { id: 'use-mine', writes: true, available: ({ notices }) => notices.some(({ conflict }) => conflict !== undefined), run: makeAllTheSame },
];

/** Makes a refused action on top of what another tab has stored. */
async function makeAllTheSame(host: Host, parameters: Parameters): Promise<void> {
  const conflict = host.state.getState().notices.find(({ id }) => id === parameters.notice)?.conflict;
  if (!conflict) return;
  // Memory must be what is stored, or the action would meet the same change once more.
  await host.stored();
  await host.catchUp();
  const stored = await storedAround(host.store, host.state.getState().project, conflict.patch);
  const { action, cause, texts } = conflict;
  dismissNotice(host.state, Number(parameters.notice));
  await host.commit(action, insist(stored, conflict.patch, host.context()), { parameters: conflict.parameters, cause, texts });
}
