import type { Article, Id, TextHash } from '../model/records.ts';
import type { Session, WorkspaceState } from './state.ts';

/** A session with nothing open. */
export function freshSession(set: Id): Session {
  return {
    article: null,
    set,
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
  };
}

/** The open article; `null` when none is. */
export function openArticle({ project, session }: Pick<WorkspaceState, 'project' | 'session'>): Article | null {
  return session.article === null ? null : (project.articles.get(session.article) ?? null);
}

/** The hash of an article's newest text. */
export function newestText(article: Article): TextHash {
  return (article.versions.at(-1) ?? article.versions[0]).text;
}

/** True when the shown set belongs to somebody who works on this machine, and anything may be written at all. */
export function writable({ project, session, people, readOnly }: WorkspaceState): boolean {
  if (readOnly !== null) return false;
  const set = project.sets.get(session.set);
  return set !== undefined && people.includes(set.author);
}

/** Articles as the library lists them: as they were added, the given one first. */
export function inReadingOrder(articles: readonly Article[]): readonly Article[] {
  return [...articles].sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1));
}
