import type { StoreApi } from 'zustand/vanilla';
import { frameMessages } from '../messages/frame.ts';
import type { Saving, WorkspaceState } from './state.ts';

/** Says something in the one place where a screen reader listens. */
export function say(state: StoreApi<WorkspaceState>, text: string): void {
  state.setState(({ said }) => ({ said: { id: said.id + 1, text } }));
}

/** Shows how saving goes. That something is not saved is said once; each number of it would be noise. */
export function showSaving(state: StoreApi<WorkspaceState>, saving: Saving): void {
  const before = state.getState().saving.kind;
  state.setState({ saving });
  if (saving.kind === 'not-saved' && before !== 'not-saved') say(state, frameMessages.notSaved(saving.count, saving.reason));
}
