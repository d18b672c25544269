import { type Layout, layoutFor } from './layout.ts';
import { openArticle, shownVersion } from './session.ts';
import type { WorkspaceState } from './state.ts';

/** The layout of the text that is shown; `null` when none is there. */
export function layoutOf(state: WorkspaceState): Layout | null {
  const [article, version] = [openArticle(state), shownVersion(state)];
  const text = state.project.texts.get(version?.text ?? '')?.content;
  return article && version && text !== undefined ? layoutFor(article, version.zones, text) : null;
}
