import { exposes } from '../../model/commands/exposure.ts';
import type { Id } from '../../model/records.ts';
import { homesOf } from '../../model/views/statements.ts';
import type { AgreementReport } from '../../review/report/report.ts';
import type { WorkspaceState } from '../state.ts';

/** The sets of a report whose tags whoever works here would see before their own are done. */
export function exposedSets(state: WorkspaceState, { header: { sets, texts } }: AgreementReport): Id[] {
  const homes = homesOf(state.project.articles);
  const articles = [...new Set(texts.flatMap((text) => homes.get(text) ?? []))];
  const { own: mine } = state.session;
  const look = (other: Id) => ({ mine, other, people: state.people });
  return sets.flatMap(({ id }) => (articles.some((article) => exposes(state.project, look(id), article)) ? [id] : []));
}
