import { type Layout, layoutFor } from './layout.ts';
import { openArticle } from './session.ts';
import type { WorkspaceState } from './state.ts';

/** The layout of the open article's newest text; `null` when no text is there. */
export function layoutOf(state: WorkspaceState): Layout | null {
  const article = openArticle(state);
  const version = article?.versions.at(-1);
  const text = version && state.project.texts.get(version.text)?.content;
  return article && version && text !== undefined ? layoutFor(article, version.zones, text) : null;
}
