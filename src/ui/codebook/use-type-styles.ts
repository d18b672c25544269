import { useLayoutEffect } from 'react';
import { currentCodebook } from '../../model/commands/lookup.ts';
import { useWorkspaceState } from '../use-workspace.ts';
import { typeStyles } from './type-styles.ts';

/** Draws tags in the colours of the current codebook, by a constructed style sheet: the page's policy allows no style elements. */
export function useTypeStyles(): void {
  const codebook = useWorkspaceState(({ project }) => currentCodebook(project));
  // Before the first paint, so that no tag is seen in other colours.
  useLayoutEffect(() => {
    if (!('adoptedStyleSheets' in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(typeStyles(codebook));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [codebook]);
}
