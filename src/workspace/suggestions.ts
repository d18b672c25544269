import type { Readable } from '../suggest/attribution.ts';
import { runJob } from '../workers/run-job.ts';
import type { Host } from './host.ts';
import { openArticle, shownVersion } from './session.ts';
import type { WorkspaceState } from './state.ts';

/** Has the rules read the open article beside the page, and again when its text, zones or language change. */
export function followSuggestions(host: Host): void {
  let asked: Readable | null = null;
  let ending = new AbortController();
  const look = (state: WorkspaceState) => {
    const wanted = readable(state);
    if (same(asked, wanted)) return;
    asked = wanted;
    ending.abort();
    ending = new AbortController();
    host.state.setState({ suggestions: null });
    if (!wanted) return;
    // Without suggestions all work can be done, so a worker that does not start is no reason to complain.
    Promise.all([runJob('suggest', wanted, { signal: ending.signal }), import('../suggest/rules.ts')]).then(
      ([read, { rules }]) => asked === wanted && host.state.setState({ suggestions: { read, rules } }),
      () => undefined,
    );
  };
  host.state.subscribe(look);
  look(host.state.getState());
}

/** The open article as the rules read it; `null` where its text is not there. */
function readable(state: WorkspaceState): Readable | null {
  const [article, version] = [openArticle(state), shownVersion(state)];
  const text = state.project.texts.get(version?.text ?? '')?.content;
  return article && version && text !== undefined ? { text, zones: version.zones, language: article.language } : null;
}

const same = (one: Readable | null, other: Readable | null): boolean =>
  one === other || (one?.text === other?.text && one?.zones === other?.zones && one?.language === other?.language);
