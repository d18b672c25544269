import { expect, vi } from 'vitest';
import type { Parameters } from '../workspace/actions/action.ts';
import type { Host } from '../workspace/host.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Performs actions one after the other, each until it has shown something, its modules are there and what it stored is stored. */
export const performing =
  ({ workspace, host }: { readonly workspace: Workspace; readonly host: Host }) =>
  async (action: string, parameters: Parameters = {}): Promise<void> => {
    const before = workspace.state.getState();
    workspace.perform(action, parameters);
    await expect.poll(() => workspace.state.getState() !== before).toBe(true);
    await vi.dynamicImportSettled();
    await host.stored();
  };
