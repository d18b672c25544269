import { exposes, markDerived } from '../../model/commands/exposure.ts';
import { applyPatch, squash } from '../../model/patch.ts';
import type { Id } from '../../model/records.ts';
import { homesOf } from '../../model/views/statements.ts';
import type { AgreementReport } from '../../review/report/report.ts';
import type { Host } from '../host.ts';
import type { WorkspaceState } from '../state.ts';

/** The sets of a report whose tags whoever works here would see before their own are done. */
export function exposedSets(state: WorkspaceState, { header: { sets, texts } }: AgreementReport): Id[] {
  const homes = homesOf(state.project.articles);
  const articles = [...new Set(texts.flatMap((text) => homes.get(text) ?? []))];
  const { own: mine } = state.session;
  const look = (other: Id) => ({ mine, other, people: state.people });
  return sets.flatMap(({ id }) => (articles.some((article) => exposes(state.project, look(id), article)) ? [id] : []));
}

/** Notes that these sets were seen, as one action. */
export async function markSeen(host: Host, sets: readonly Id[]): Promise<void> {
  const { project, session } = host.state.getState();
  const { own: mine } = session;
  let seen = project;
  const patches = sets.map((other) => {
    const patch = markDerived(seen, { mine, other });
    seen = applyPatch(seen, patch);
    return patch;
  });
  await host.commit('see-set', squash(patches));
}
