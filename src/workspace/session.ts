import { isFinished } from '../model/gold.ts';
import type { AnnotationSet, Article, Id, TextHash, TextVersion } from '../model/records.ts';
import { paragraphAt, versionOf } from '../model/views/tags.ts';
import type { Session, WorkspaceState } from './state.ts';

/** Nobody else’s tags. */
export const noLayers: ReadonlyMap<Id, string> = new Map();

/** A session with nothing open. */
export function freshSession(set: Id): Session {
  return {
    article: null,
    version: null,
    set,
    own: set,
    cursor: null,
    selected: null,
    hovered: null,
    mode: { kind: 'reading' },
    offering: null,
    claimForms: null,
    filter: [],
    find: '',
    asked: null,
    view: null,
    raised: true,
    panel: 'annotation',
    scroll: 0,
    layers: noLayers,
    review: null,
    exposure: null,
  };
}

/** The open article; `null` when none is. */
export function openArticle({ project, session }: Pick<WorkspaceState, 'project' | 'session'>): Article | null {
  return session.article === null ? null : (project.articles.get(session.article) ?? null);
}

/** The version of the open article that is shown: the newest, unless an older one is read; `null` when none is open. */
export function shownVersion(state: Pick<WorkspaceState, 'project' | 'session'>): TextVersion | null {
  const article = openArticle(state);
  return article && versionOf(article, state.session.version);
}

/** The number of the paragraph of the shown text that an offset (UTF-16 units) lies in; `null` where it lies in none. */
export function shownParagraph(state: Pick<WorkspaceState, 'project' | 'session'>, offset: number): number | null {
  const [article, version] = [openArticle(state), shownVersion(state)];
  return article && version && paragraphAt(article, version.text, offset);
}

/** The hash of an article's newest text. */
export function newestText(article: Article): TextHash {
  return (article.versions.at(-1) ?? article.versions[0]).text;
}

/** What a session shows once no review and nobody else’s tags are shown any more. */
export const withoutOthers = ({ own }: Session): Pick<Session, 'set' | 'layers' | 'review' | 'exposure'> => ({
  set: own,
  layers: noLayers,
  review: null,
  exposure: null,
});

/** True for a set that somebody who works on this machine tags in: each change of a gold set is a decision, and these are made where the sets are seen beside it. */
export const isOwn = (set: AnnotationSet | undefined, people: readonly Id[]): boolean =>
  set !== undefined && people.includes(set.author) && set.gold === undefined;

/** True when the shown set is that of whoever works here, or is reviewed, the newest text is shown, and anything may be written at all. */
export function writable({ project, session, people, readOnly }: WorkspaceState): boolean {
  if (readOnly !== null || session.version !== null) return false;
  const set = project.sets.get(session.set);
  if (session.review?.adjudicates) return !isFinished(set, shownVersion({ project, session })?.text ?? '');
  if (session.review !== null) return true;
  return session.set === session.own && isOwn(set, people);
}

/** Articles as the library lists them: as they were added, the given one first. */
export function inReadingOrder(articles: readonly Article[]): readonly Article[] {
  return [...articles].sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1));
}
