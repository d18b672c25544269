import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { WorkspaceState } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace the app was mounted with. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('No workspace: mount the app inside WorkspaceContext.');
  return workspace;
}

/** A part of the workspace's state; renders again only when that part changes. */
export function useWorkspaceState<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().state, select);
}

/** False while nothing in the project can be changed. */
export const useCanWrite = (): boolean => useWorkspaceState(({ readOnly }) => readOnly === null);
