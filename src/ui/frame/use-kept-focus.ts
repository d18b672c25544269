import { useEffect } from 'react';
import { focusCursor } from '../../workspace/focus.ts';
import { useWorkspace } from '../use-workspace.ts';

/** Takes the focus back to the text when what had it is gone, so that it is never lost. */
export function useKeptFocus(): void {
  const workspace = useWorkspace();
  useEffect(
    () =>
      workspace.state.subscribe(() =>
        // React draws in a microtask of its own, asked for before this one.
        queueMicrotask(() => {
          if (document.activeElement === document.body) focusCursor();
        }),
      ),
    [workspace],
  );
}
