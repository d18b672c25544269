import type { Host } from '../host.ts';
import { openArticle } from '../session.ts';
import type { WorkspaceState } from '../state.ts';
import { showVersions } from './show-versions.ts';

/** Keeps up which tags of the shown set lie on older versions of the open article, and where they stand in the newest. */
export function followVersions(host: Host): void {
  let looked = '';
  const look = (state: WorkspaceState) => {
    const wanted = whatMatters(state);
    if (wanted === looked) return;
    looked = wanted;
    // Without the comparison all work can be done; it is tried again with the next action.
    compare(host, () => looked === wanted).catch(() => undefined);
  };
  host.state.subscribe(look);
  look(host.state.getState());
}

/** Most articles have one version: nothing need be loaded for them. */
async function compare(host: Host, awaited: () => boolean): Promise<void> {
  const article = openArticle(host.state.getState());
  if (!article || article.versions.length === 1) return showVersions(host, { text: null, standings: [], at: null });
  const { compareVersions } = await import('./compare-versions.ts');
  if (awaited()) await compareVersions(host, article, awaited);
}

/** Changes whenever the comparison may come out otherwise. Where no older text has tags of the shown set, no action makes a difference. */
function whatMatters(state: WorkspaceState): string {
  const { session, undo, redo } = state;
  const texts = olderTexts(state);
  const acted = texts.some(({ tags }) => tags > 0) ? `${undo?.entry} ${redo?.entry}` : '';
  return JSON.stringify([openArticle(state)?.versions.at(-1)?.text, session.set, texts, acted]);
}

/** The older texts of the open article, with how many tags of the shown set lie on each. */
function olderTexts(state: WorkspaceState): { readonly text: string; readonly tags: number }[] {
  const { counters, session } = state;
  return (openArticle(state)?.versions.slice(0, -1) ?? []).map(({ text }) => {
    const { byType = {} } = counters.get(`${text}/${session.set}`) ?? {};
    return { text, tags: Object.values(byType).reduce((sum, count) => sum + count, 0) };
  });
}
