import { useEffect } from 'react';
import { focusCursor } from '../../workspace/focus.ts';
import { useWorkspace } from '../use-workspace.ts';

/** Takes the focus to the text when what had it is gone, hidden or dead, so that it is never lost. */
export function useKeptFocus(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    let last: Element | null = null;
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    // Whoever clicks into the text takes the focus away on purpose, and may be about to drag.
    const lost = () =>
      document.activeElement === document.body &&
      last !== null &&
      !(last.checkVisibility() && last.matches(':enabled, :not(button, input, select, textarea)'));
    document.addEventListener('focusin', note);
    // React draws in a microtask of its own, asked for before this one.
    const unsubscribe = workspace.state.subscribe(() => queueMicrotask(() => lost() && focusCursor()));
    return () => {
      document.removeEventListener('focusin', note);
      unsubscribe();
    };
  }, [workspace]);
}
