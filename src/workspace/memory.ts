import type { TabMemory } from '../storage/project-store.ts';
import type { Session } from './state.ts';

/** What a reload must find again. A mode is left behind: it belongs to a gesture, not to a day's work. */
export function remember(session: Session): TabMemory {
  const { article, own, set, cursor, selected, scroll, filter } = session;
  return { article, set: own, cursor, selected: set === own ? selected : null, scroll, filter };
}

/** The remembered part of a session, as far as its article and set still exist. */
export function recall(memory: TabMemory | null, known: { article(id: string): boolean; set(id: string): boolean }): Partial<Session> {
  if (!memory) return {};
  const { article, set, cursor, selected, scroll, filter } = memory as Partial<Session>;
  const shown = set !== undefined && known.set(set) ? { set } : {};
  if (!article || !known.article(article)) return shown;
  return { ...shown, article, cursor: cursor ?? null, selected: selected ?? null, scroll: scroll ?? 0, filter: filter ?? [] };
}
